package pl.kujawskopomorskie.ngo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The table of routes and of who may use each, {@code src/test/resources/routes.txt}. */
public final class Routes {

    private static final Path TABLE = Path.of("src/test/resources/routes.txt");

    private Routes() {}

    /** All rows, in their order. */
    public static List<Row> table() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A route.
     *
     * @param method of HTTP
     * @param path with variables in braces
     * @param allowed who may use it
     * @param leadsNowhere whether the example has nothing to show, so that 404 is right
     */
    public record Row(String method, String path, Set<Visitor> allowed, boolean leadsNowhere) {

        /** Method and path, as a route is named. */
        public String name() {
            return method + " " + path;
        }

        private static Row of(String line) {
            var cells = line.strip().split("\\s+");
            if (cells.length != 3) {
                throw new IllegalArgumentException("A row has a method, a path and who may: " + line);
            }
            var leadsNowhere = cells[2].endsWith("?");
            var who = leadsNowhere ? cells[2].substring(0, cells[2].length() - 1) : cells[2];
            return new Row(cells[0], cells[1], visitors(who), leadsNowhere);
        }

        private static Set<Visitor> visitors(String who) {
            return switch (who) {
                case "everyone" -> EnumSet.allOf(Visitor.class);
                case "signed-in" -> EnumSet.complementOf(EnumSet.of(Visitor.ANONYMOUS));
                default -> {
                    var roles = EnumSet.noneOf(Visitor.class);
                    Arrays.stream(who.split(",")).map(Visitor::valueOf).forEach(roles::add);
                    yield roles;
                }
            };
        }
    }
}
