package dokbro.chaos;

import dokbro.program.Launch;
import java.nio.file.Path;

/**
 * How hard it gets.
 *
 * @param kills how often the service is killed
 * @param records registrations at the start
 * @param seed of the data, the acts and the moments of the kills
 * @param proof what is taken away
 * @param sandbox how the simulated systems are started
 * @param service how the service is started
 * @param logs folder
 */
record Trial(int kills, int records, long seed, Proof proof, Launch sandbox, Launch service, Path logs) {}
