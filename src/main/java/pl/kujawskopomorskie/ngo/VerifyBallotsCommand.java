package pl.kujawskopomorskie.ngo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.kujawskopomorskie.ngo.awards.ballot.Bundle;
import pl.kujawskopomorskie.ngo.awards.ballot.Hash;
import pl.kujawskopomorskie.ngo.awards.ballot.Verifier;

/** {@code verify-ballots}: works out the result of an award anew from what was published. Needs no database, no settings and no network. */
@Command(
        name = "verify-ballots",
        description = "Work out the result of an edition of an award anew from its published bundle.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is right",
            "1:something is wrong, or the file cannot be read; standard error says what",
            "2:the command was not understood"
        })
final class VerifyBallotsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BUNDLE", description = "the published bundle.zip")
    @SuppressWarnings("NullAway.Init") // Set by the command line before the call.
    private Path file;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "the last hash of each round, as it was published elsewhere, in the order of the rounds")
    private List<String> heads = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by the command line before the call.
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        var verdict = Verifier.verify(bundle(), heads.stream().map(this::head).toList());
        var out = command.commandLine().getOut();
        verdict.checked().forEach(out::println);
        verdict.heads().forEach((name, head) -> out.println("head of " + name + " " + head));
        if (!verdict.isRight()) {
            out.flush();
            verdict.faults().forEach(command.commandLine().getErr()::println);
            return 1;
        }
        out.println(
                heads.isEmpty()
                        ? "The bundle agrees with itself. Compare the heads with those that were published, or give them by --head."
                        : "The bundle is right.");
        return 0;
    }

    private Bundle bundle() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedStart("There is no file " + file + ".");
        }
        try (var in = Files.newInputStream(file)) {
            return Bundle.read(in);
        } catch (ZipException e) {
            throw new RefusedStart(file + ": " + e.getMessage() + ".");
        }
    }

    private Hash head(String text) {
        try {
            return new Hash(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--head " + text + " is not 64 digits from 0 to f.", e);
        }
    }
}
