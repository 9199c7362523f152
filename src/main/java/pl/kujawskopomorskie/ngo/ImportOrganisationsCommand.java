package pl.kujawskopomorskie.ngo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.kujawskopomorskie.ngo.directory.ImportRow.Outcome;
import pl.kujawskopomorskie.ngo.directory.ImportingOrganisations;
import pl.kujawskopomorskie.ngo.directory.ImportingOrganisations.Sending;
import pl.kujawskopomorskie.ngo.directory.OrganisationImport;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;

/** {@code import-organisations}: takes a table of organisations into the directory, as the page of the desk does. */
@Command(
        name = "import-organisations",
        description = "Take a table of organisations (.csv or .xlsx) into the directory.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the work failed; standard error says why",
            "2:the command was not understood",
            "3:done, but for the rows that were refused"
        })
final class ImportOrganisationsCommand implements Callable<Integer> {

    private static final int PROBLEMS_AT_ONCE = 500;
    private static final int TOLD_EVERY = 1_000;
    private static final int SOME_REFUSED = 3;

    @Parameters(paramLabel = "FILE", description = "the table; columns are known by their headings")
    @SuppressWarnings("NullAway.Init") // Set by the command line before the call.
    private Path file;

    @Option(names = "--dry-run", description = "only say what would happen")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by the command line before the call.
    private CommandSpec spec;

    @Override
    public Integer call() {
        var messages = new Messages();
        var content = content(messages);
        var environment = System.getenv();
        var settings = StartSettings.of(StartSettings.Scope.DATABASE, environment, System.getProperties());
        try (var portal = RunningPortal.start(settings, environment)) {
            var context = portal.context();
            var importing = context.getBean(ImportingOrganisations.class);
            return switch (importing.send(content, file.getFileName().toString(), null)) {
                case Sending.Done(var sent) -> {
                    take(sent, importing);
                    yield report(sent, importing, messages) ? CommandLine.ExitCode.OK : SOME_REFUSED;
                }
                case Sending.Refused(var why) -> throw new RefusedStart(sentence(messages, why));
                case Sending.HeadingsOnly() ->
                    throw new RefusedStart(messages.get(Language.ENGLISH, "directory.import.headingsOnly"));
                case Sending.Forbidden() -> throw new IllegalStateException("The command line needs no role");
            };
        }
    }

    private byte[] content(Messages messages) {
        try {
            if (Files.size(file) > TableFile.Limits.USUAL.bytes()) {
                throw new RefusedStart(sentence(messages, new TableFile.Refused(TableFile.Reason.TOO_LARGE)));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RefusedStart("The file " + file + " cannot be read.");
        }
    }

    private static String sentence(Messages messages, TableFile.Refused why) {
        return messages.get(Language.ENGLISH, why.sentenceKey(), TableFile.Limits.USUAL.rows());
    }

    private void take(OrganisationImport sent, ImportingOrganisations importing) {
        var fields = importing.fields(sent).stream()
                .map(field -> field.map(Enum::name).orElse(""))
                .toList();
        begun(importing.check(sent.key(), fields, null), sent);
        importing.work(
                sent.key(),
                new Progress(
                        "checked", sent.rowCount(), () -> importing.counts(sent).getOrDefault("", 0L)));
        if (!dryRun) {
            begun(importing.apply(sent.key(), null), sent);
            importing.work(
                    sent.key(), new Progress("taken in", sent.rowCount(), () -> waiting(importing.counts(sent))));
        }
    }

    private static long waiting(Map<String, Long> counts) {
        return counts.getOrDefault(Outcome.WOULD_ADD.name(), 0L) + counts.getOrDefault(Outcome.WOULD_CHANGE.name(), 0L);
    }

    private static void begun(boolean begun, OrganisationImport sent) {
        if (!begun) {
            throw new RefusedStart(
                    "Somebody else works on import " + sent.key() + ". Look at it on the page of imports.");
        }
    }

    private boolean report(OrganisationImport sent, ImportingOrganisations importing, Messages messages) {
        var out = spec.commandLine().getOut();
        var counts = importing.counts(sent);
        counts.forEach((outcome, total) -> out.println(outcome + " " + total));
        var after = 0L;
        for (var refused = importing.refused(sent.key(), after, PROBLEMS_AT_ONCE);
                !refused.isEmpty();
                refused = importing.refused(sent.key(), after, PROBLEMS_AT_ONCE)) {
            for (var row : refused) {
                for (var problem : importing.problems(row)) {
                    out.println("row " + row.lineNumber() + ": "
                            + messages.get(
                                    Language.ENGLISH,
                                    problem.key(),
                                    problem.arguments().toArray()));
                }
            }
            after = refused.getLast().key();
        }
        return !counts.containsKey(Outcome.REFUSED.name());
    }

    /** Says on standard error how far the work is, every thousand rows and at its end. */
    private final class Progress implements Runnable {

        private final String what;
        private final long all;
        private final LongSupplier left;
        private long told;

        Progress(String what, long all, LongSupplier left) {
            this.what = what;
            this.all = all;
            this.left = left;
        }

        @Override
        public void run() {
            var done = all - left.getAsLong();
            if (done >= told + TOLD_EVERY || done == all && told < all) {
                spec.commandLine().getErr().println(what + " " + done + "/" + all);
                spec.commandLine().getErr().flush();
                told = done;
            }
        }
    }
}
