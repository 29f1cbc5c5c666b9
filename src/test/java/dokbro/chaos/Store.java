package dokbro.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Where Dokbro keeps what it knows. */
enum Store {
    /** A file, as the delivered settings say: each commit is written at once. */
    H2 {
        @Override
        Opened open(Proof proof) {
            return opened(
                    proof == Proof.WRITE_DELAY
                            ? List.of("--spring.datasource.url=jdbc:h2:file:./data/dokbro;DB_CLOSE_ON_EXIT=FALSE")
                            : List.of(),
                    () -> {});
        }
    },
    POSTGRESQL {
        @Override
        Opened open(Proof proof) {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                return opened(
                        List.of(
                                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                                "--spring.datasource.username=postgres"),
                        () -> close(postgres));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    /** An empty one, until it is closed. */
    interface Opened extends AutoCloseable {

        /** What the service is told. */
        List<String> arguments();

        @Override
        void close();
    }

    abstract Opened open(Proof proof);

    private static Opened opened(List<String> arguments, Runnable close) {
        return new Opened() {
            @Override
            public List<String> arguments() {
                return arguments;
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
