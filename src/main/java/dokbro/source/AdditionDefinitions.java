package dokbro.source;

import dokbro.deadletter.DeadLetters;
import dokbro.entity.additions.Additions;
import dokbro.link.Links;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.EntityDefinition;
import dokbro.run.EntityState;
import dokbro.run.EntitySteps;
import dokbro.smartdok.SmartDokClient;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Additions and per diem of SmartDok's registrations, which become salary lines. */
@Configuration
class AdditionDefinitions {

    /** The letters of {@link dokbro.entity.ImportReference}. */
    private static final String LETTERS = "AD";

    @Bean
    EntitySteps<?> additions() {
        return new EntitySteps<>(new Additions());
    }

    @Bean
    Registrations additionRegistrations(
            AdditionRegisters registers,
            PerDiemReads perDiems,
            SmartDokClient smartdok,
            Approvals approvals,
            Confirmation confirmation,
            Links links,
            DeadLetters deadLetters,
            EntityState states,
            Clock clock) {
        return new Registrations(
                "additions",
                registers::read,
                perDiems::of,
                smartdok,
                approvals,
                confirmation,
                links,
                deadLetters,
                states,
                clock);
    }

    @Bean
    EntityDefinition<?> additionDefinition(
            Registrations additionRegistrations, SalaryLines lines, PowerOfficeClient poweroffice) {
        return new EntityDefinition<>(
                new Additions(),
                additionRegistrations,
                null,
                new ReferenceProbe(poweroffice, SalaryLines.PATH, Map.of(), LETTERS),
                lines);
    }
}
