package dokbro.property;

import dokbro.sandbox.http.Fault;
import java.time.Duration;
import java.time.LocalTime;

/**
 * One thing that happens. Registrations and entries are named by their place in the row of those that there are, counted round, so that a
 * sequence stays meaningful when actions are left out.
 */
sealed interface Action {

    void on(Scene scene);

    /** A registration, approved or not. */
    record Book(int employee, int day, int hours, int banked, int project, boolean approved) implements Action {
        @Override
        public void on(Scene scene) {
            scene.book(employee, day, hours, banked, project, approved);
        }
    }

    /** Other hours; those to the time account with them. */
    record Hours(int which, int hours, int banked) implements Action {
        @Override
        public void on(Scene scene) {
            scene.edit(
                    which,
                    draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(7, 0).plusHours(hours), 0)
                            .hourBank(60 * banked));
        }
    }

    record Move(int which, int day) implements Action {
        @Override
        public void on(Scene scene) {
            scene.edit(which, draft -> draft.date(Scene.day(day)));
        }
    }

    record Project(int which, int project) implements Action {
        @Override
        public void on(Scene scene) {
            scene.edit(which, draft -> scene.project(draft, project));
        }
    }

    record Activity(int which, int activity) implements Action {
        @Override
        public void on(Scene scene) {
            scene.edit(which, draft -> draft.activity(scene.names().activity(activity)));
        }
    }

    record Wage(int which, int wage) implements Action {
        @Override
        public void on(Scene scene) {
            scene.edit(which, draft -> draft.wage(scene.names().wage(wage)));
        }
    }

    record Employee(int which, int employee) implements Action {
        @Override
        public void on(Scene scene) {
            scene.edit(which, draft -> draft.employee(scene.names().employee(employee)));
        }
    }

    /** Approved, or the approval withdrawn. */
    record Approve(int which, boolean approved) implements Action {
        @Override
        public void on(Scene scene) {
            scene.approve(which, approved);
        }
    }

    record Zero(int which) implements Action {
        @Override
        public void on(Scene scene) {
            scene.zero(which);
        }
    }

    record Delete(int which) implements Action {
        @Override
        public void on(Scene scene) {
            scene.delete(which);
        }
    }

    /** Somebody approves an employee's week in Go, or takes that back. */
    record Week(int employee, int day, boolean locked) implements Action {
        @Override
        public void on(Scene scene) {
            scene.week(employee, day, locked);
        }
    }

    /** An entry goes into a payroll. */
    record Pay(int entry) implements Action {
        @Override
        public void on(Scene scene) {
            scene.pay(entry);
        }
    }

    /** A user deletes an entry in Go. */
    record DeleteInGo(int entry) implements Action {
        @Override
        public void on(Scene scene) {
            scene.deleteInGo(entry);
        }
    }

    /** The next calls of this kind go wrong. */
    record GoFails(String method, Fault fault, int times) implements Action {
        @Override
        public void on(Scene scene) {
            scene.site().go().faults().next(times, method, "/v2/TimeTracking/EntryTime", fault);
        }
    }

    record SmartDokFails(Fault fault, int times) implements Action {
        @Override
        public void on(Scene scene) {
            scene.site().smartdok().faults().next(times, "GET", "/WorkHours", fault);
        }
    }

    /** Time in which every call comes to its end. */
    record Minute() implements Action {
        @Override
        public void on(Scene scene) {
            scene.site().pass(Duration.ofMinutes(1));
        }
    }

    record Run(boolean deep) implements Action {
        @Override
        public void on(Scene scene) {
            scene.run(deep);
        }
    }

    /** A run that dies after so many accesses to the database. */
    record Killed(int accesses) implements Action {
        @Override
        public void on(Scene scene) {
            scene.killed(accesses);
        }
    }
}
