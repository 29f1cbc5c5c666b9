package dokbro.property;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Outage;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunState;
import dokbro.sandbox.http.Fault;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever people do in both systems, and whatever goes wrong meanwhile: after a few quiet runs Go holds what SmartDok says, once, or a
 * dead letter tells of the difference.
 */
@SyncTest
class SequencesTest {

    private static Names names;
    private static Site site;
    private static Outage outage;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Outage power;

    /** jqwik knows no Spring: the context is the one that the other tests share. */
    @BeforeContainer
    static void start() throws Exception {
        SequencesTest test = new SequencesTest();
        new TestContextManager(SequencesTest.class).prepareTestInstance(test);
        site = test.parts.site(Sites.PROPERTY).reset().masterData();
        names = new Names(site);
        outage = test.power;
    }

    /** The same sequences each time, so that a build is red for its own reasons only. */
    @Property(tries = 40, seed = "20261118", edgeCases = EdgeCasesMode.NONE)
    void endInStep(@ForAll("sequences") List<Action> actions, @ForAll boolean thaw) {
        check(actions, thaw);
    }

    /** Others each time, when they are asked for: {@code -Ddokbro.explore=true}. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void othersEndInStep(@ForAll("sequences") List<Action> actions, @ForAll boolean thaw) {
        if (Boolean.getBoolean("dokbro.explore")) {
            check(actions, thaw);
        }
    }

    private static void check(List<Action> actions, boolean thaw) {
        Scene scene = new Scene(site, names, outage);
        actions.forEach(action -> action.on(scene));
        site.go().faults().clear();
        site.smartdok().faults().clear();
        if (thaw) {
            scene.thaw();
        }
        quiet(false);
        quiet(true);
        quiet(true);
        site.forget();
        quiet(false);
        assertThat(new Verdict(scene).wrong()).isEmpty();
        assertThat(Site.calls(site.goWrites()))
                .as("calls of a run that has nothing to do")
                .isEmpty();
    }

    private static void quiet(boolean deep) {
        site.settleTime();
        RunRow run = deep ? site.deepRun(Site.HOURS) : site.run(Site.HOURS);
        assertThat(run.state()).as(run.error()).isIn(RunState.SUCCEEDED, RunState.PARTIAL);
    }

    @Provide
    Arbitrary<List<Action>> sequences() {
        return actions().list().ofMinSize(6).ofMaxSize(22);
    }

    private static Arbitrary<Action> actions() {
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 7);
        Arbitrary<Integer> day = Arbitraries.integers().between(0, Scene.DAY_COUNT - 1);
        Arbitrary<Integer> person = Arbitraries.integers().between(0, 2);
        Arbitrary<Integer> hours = Arbitraries.integers().between(3, 9);
        Arbitrary<Integer> banked = Arbitraries.of(0, 0, 0, 1, 2);
        Arbitrary<Boolean> mostly = Arbitraries.of(true, true, true, false);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        7,
                        Combinators.combine(person, day, hours, banked, person, mostly)
                                .as(Action.Book::new)),
                Tuple.of(3, Combinators.combine(which, hours, banked).as(Action.Hours::new)),
                Tuple.of(3, Combinators.combine(which, day).as(Action.Move::new)),
                Tuple.of(1, Combinators.combine(which, person).as(Action.Project::new)),
                Tuple.of(2, Combinators.combine(which, Arbitraries.of(0, 1)).as(Action.Activity::new)),
                Tuple.of(1, Combinators.combine(which, Arbitraries.of(0, 1)).as(Action.Wage::new)),
                Tuple.of(2, Combinators.combine(which, person).as(Action.Employee::new)),
                Tuple.of(
                        4,
                        Combinators.combine(which, Arbitraries.of(true, false)).as(Action.Approve::new)),
                Tuple.of(1, which.map(Action.Zero::new)),
                Tuple.of(2, which.map(Action.Delete::new)),
                Tuple.of(2, Combinators.combine(person, day, mostly).as(Action.Week::new)),
                Tuple.of(1, which.map(Action.Pay::new)),
                Tuple.of(1, which.map(Action.DeleteInGo::new)),
                Tuple.of(4, goFails()),
                Tuple.of(1, smartdokFails()),
                Tuple.of(2, Arbitraries.just(new Action.Minute())),
                Tuple.of(7, Arbitraries.of(false, false, false, true).map(Action.Run::new)),
                Tuple.of(4, Arbitraries.integers().between(0, 45).map(Action.Killed::new)));
    }

    private static Arbitrary<Action> goFails() {
        Arbitrary<String> method = Arbitraries.of("POST", "POST", "PATCH", "DELETE", "GET");
        Arbitrary<Fault> fault = Arbitraries.of(
                Fault.RESET_BEFORE,
                Fault.RESET_AFTER,
                Fault.SERVER_ERROR,
                Fault.SERVER_ERROR_AFTER,
                Fault.UNAVAILABLE,
                Fault.TRUNCATED,
                Fault.MALFORMED,
                Fault.TOO_MANY,
                Fault.HTML,
                Fault.ERROR_IN_200);
        return Combinators.combine(method, fault, Arbitraries.of(1, 1, 2, 8)).as(Action.GoFails::new);
    }

    private static Arbitrary<Action> smartdokFails() {
        Arbitrary<Fault> fault = Arbitraries.of(Fault.SERVER_ERROR, Fault.TRUNCATED, Fault.HTML, Fault.RESET_BEFORE);
        return Combinators.combine(fault, Arbitraries.of(1, 20)).as(Action.SmartDokFails::new);
    }
}
