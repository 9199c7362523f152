package pl.kujawskopomorskie.ngo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
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
        mixinStandardHelpOptions = true)
final class ImportOrganisationsCommand implements Callable<Integer> {

    private static final int PROBLEMS_AT_ONCE = 500;

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
        var content = content();
        var environment = System.getenv();
        var settings = StartSettings.of(StartSettings.Scope.DATABASE, environment, System.getProperties());
        try (var portal = RunningPortal.start(settings, environment)) {
            var context = portal.context();
            var messages = context.getBean(Messages.class);
            var importing = context.getBean(ImportingOrganisations.class);
            return switch (importing.send(content, file.getFileName().toString(), null)) {
                case Sending.Done(var sent) -> {
                    take(sent, importing);
                    report(sent.key(), importing, messages);
                    yield CommandLine.ExitCode.OK;
                }
                case Sending.Refused(var why) ->
                    throw new RefusedStart(
                            messages.get(Language.ENGLISH, why.sentenceKey(), TableFile.Limits.USUAL.rows()));
                case Sending.HeadingsOnly() ->
                    throw new RefusedStart(messages.get(Language.ENGLISH, "directory.import.headingsOnly"));
                case Sending.Forbidden() -> throw new IllegalStateException("The command line needs no role");
            };
        }
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RefusedStart("The file " + file + " cannot be read.");
        }
    }

    private void take(OrganisationImport sent, ImportingOrganisations importing) {
        importing.check(
                sent.key(),
                importing.fields(sent).stream()
                        .map(field -> field.map(Enum::name).orElse(""))
                        .toList(),
                null);
        importing.work(sent.key());
        if (!dryRun) {
            importing.apply(sent.key(), null);
            importing.work(sent.key());
        }
    }

    private void report(long importId, ImportingOrganisations importing, Messages messages) {
        var out = spec.commandLine().getOut();
        importing.counts(importId).forEach((outcome, total) -> out.println(outcome + " " + total));
        var after = 0L;
        for (var refused = importing.refused(importId, after, PROBLEMS_AT_ONCE);
                !refused.isEmpty();
                refused = importing.refused(importId, after, PROBLEMS_AT_ONCE)) {
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
    }
}
