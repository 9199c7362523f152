package pl.kujawskopomorskie.ngo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import pl.kujawskopomorskie.ngo.consultations.act.ActReader;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource;
import pl.kujawskopomorskie.ngo.consultations.act.source.SourceReader;

/**
 * The reading of an act of a megabyte, against reading the file's bytes into a string and splitting it into lines, 100
 * times: once within this process, both warm, and once as commands that start a JVM of their own, both cold.
 */
final class ReadingMegabyteAct implements Benchmark {

    private static final int SPLITS = 100;
    private static final int WARMING_UP = 20;

    @Override
    public List<Figure> measure() throws Exception {
        var act = Files.writeString(Path.of("target", "act-of-a-megabyte.txt"), LongAct.text(1_000_000));
        Callable<Double> reading =
                () -> seconds(() -> new ActReader().read(source(act)).units());
        Callable<Double> splitting = () -> seconds(() -> split(act));
        for (var i = 0; i < WARMING_UP; i++) {
            reading.call();
            splitting.call();
        }
        var read = PortalProcess.command(List.of(), List.of("read-act", act.toString(), "--format", "json"));
        var baseline = List.of(
                read.getFirst(),
                "-cp",
                System.getProperty("java.class.path"),
                Splitting.class.getName(),
                act.toString());
        var units = new ActReader().read(source(act)).units().size();
        return List.of(
                Figure.atMost(
                        "Reading an act of 1 MB (" + units + " units) to splitting it into lines 100 times, warm",
                        Turns.ratio(reading, splitting),
                        3),
                Figure.atMost(
                        "  the command read-act to a program that does the splitting, each from its start",
                        Turns.ratio(() -> seconds(() -> run(read)), () -> seconds(() -> run(baseline))),
                        3));
    }

    /** A program that only splits a file into lines. */
    static final class Splitting {

        private Splitting() {}

        /** Takes the file's name. */
        public static void main(String[] args) throws IOException {
            split(Path.of(args[0]));
        }
    }

    private static SourceText source(Path file) throws IOException {
        return switch (new SourceReader().read(file)) {
            case ReadSource.Read read -> read.text();
            case ReadSource.Refused refused -> throw new IllegalStateException("Refused: " + refused.reason());
        };
    }

    private static int split(Path file) throws IOException {
        var lines = 0;
        for (var i = 0; i < SPLITS; i++) {
            lines += new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n").length;
        }
        return lines;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        var exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command + " ended with " + exit);
        }
        return exit;
    }

    private static double seconds(Callable<?> work) throws Exception {
        var begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e9;
    }
}
