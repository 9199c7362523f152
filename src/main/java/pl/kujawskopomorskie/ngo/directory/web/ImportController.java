package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.ImportRow;
import pl.kujawskopomorskie.ngo.directory.ImportingOrganisations;
import pl.kujawskopomorskie.ngo.directory.ImportingOrganisations.Sending;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;
import pl.kujawskopomorskie.ngo.directory.OrganisationImport;
import pl.kujawskopomorskie.ngo.directory.OrganisationImports;
import pl.kujawskopomorskie.ngo.shared.documents.TableFile;
import pl.kujawskopomorskie.ngo.shared.web.Done;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;

/** A clerk imports a table of organisations: sends it, says which column is what, reads what would happen, and has it done. */
@Controller("/biuro/organizacje/import")
@Secured({"CLERK", "AUDITOR"})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class ImportController {

    private static final int IMPORTS_SHOWN = 30;
    private static final int SAMPLE = 5;
    private static final int REFUSED_SHOWN = 200;

    private final ImportingOrganisations importing;
    private final OrganisationImports imports;

    ImportController(ImportingOrganisations importing, OrganisationImports imports) {
        this.importing = importing;
        this.imports = imports;
    }

    @Get
    HttpResponse<?> list() {
        return Pages.show("directory/imports", new ImportsPage(imports.last(IMPORTS_SHOWN), FormErrors.none()));
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Secured("CLERK")
    HttpResponse<?> send(@Part("file") @Nullable CompletedFileUpload file, Actor actor) {
        if (file == null || file.getFilename() == null || file.getFilename().isEmpty()) {
            return invalid(FormErrors.of("file", "directory.import.file.missing"));
        }
        // Told before it is taken into the memory.
        if (file.getSize() > TableFile.Limits.USUAL.bytes()) {
            return invalid(new TableFile.Refused(TableFile.Reason.TOO_LARGE));
        }
        return switch (importing.send(bytes(file), file.getFilename(), actor)) {
            case Sending.Done(var sent) -> Pages.goTo("/biuro/organizacje/import/" + sent.key());
            case Sending.Refused(var why) -> invalid(why);
            case Sending.HeadingsOnly() -> invalid(FormErrors.of("file", "directory.import.headingsOnly"));
            case Sending.Forbidden() -> Pages.forbidden();
        };
    }

    @Get("/{id:[0-9]+}")
    HttpResponse<?> show(@PathVariable long id, @QueryValue @Nullable String po) {
        var after = po != null && po.matches("[0-9]{1,18}") ? Long.parseLong(po) : 0;
        return imports.findById(id)
                .<HttpResponse<?>>map(sent -> Pages.show("directory/import", page(sent, after)))
                .orElseGet(Pages::notFound);
    }

    @Post("/{id:[0-9]+}/sprawdz")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> check(@PathVariable long id, @Body @Nullable Map<String, String> body, Actor actor) {
        var sent = imports.findById(id).orElse(null);
        if (sent == null) {
            return Pages.notFound();
        }
        var fields = IntStream.range(0, importing.headings(sent).size())
                .mapToObj(column -> body == null ? "" : body.getOrDefault("column-" + column, ""))
                .toList();
        return importing.check(id, fields, actor) ? Pages.goTo(address(id)) : Pages.conflict("directory.import.busy");
    }

    @Post("/{id:[0-9]+}/wczytaj")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> apply(@PathVariable long id, Actor actor) {
        if (imports.findById(id).isEmpty()) {
            return Pages.notFound();
        }
        return importing.apply(id, actor)
                ? Pages.done(Done.IMPORT_BEGUN, address(id))
                : Pages.conflict("directory.import.busy");
    }

    @Post("/{id:[0-9]+}/odrzucone")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured("CLERK")
    HttpResponse<?> checkRefusedAgain(@PathVariable long id, Actor actor) {
        if (imports.findById(id).isEmpty()) {
            return Pages.notFound();
        }
        return importing.checkRefusedAgain(id, actor)
                ? Pages.goTo(address(id))
                : Pages.conflict("directory.import.busy");
    }

    private ImportPage page(OrganisationImport sent, long after) {
        var headings = importing.headings(sent);
        var fields = importing.fields(sent);
        var refused = importing.refused(sent.key(), after, REFUSED_SHOWN);
        return new ImportPage(
                sent,
                IntStream.range(0, headings.size())
                        .mapToObj(column -> ImportPage.Column.of(headings.get(column), fields.get(column)))
                        .toList(),
                importing.sample(sent, SAMPLE),
                importing.counts(sent),
                refused.stream().map(row -> refused(row, fields)).toList(),
                refused.size() < REFUSED_SHOWN
                        ? null
                        : address(sent.key()) + "?po=" + refused.getLast().id());
    }

    private ImportPage.Refused refused(ImportRow row, List<Optional<OrganisationField>> fields) {
        var cells = new ArrayList<>(importing.cells(row));
        var at = fields.indexOf(Optional.of(OrganisationField.NAME));
        var name = at >= 0 && at < cells.size() ? cells.get(at) : String.join(" ", cells);
        return new ImportPage.Refused(
                row.lineNumber(), name.length() <= 100 ? name : name.substring(0, 100), importing.problems(row));
    }

    private HttpResponse<?> invalid(TableFile.Refused why) {
        return invalid(FormErrors.of("file", why.sentenceKey(), TableFile.Limits.USUAL.rows()));
    }

    private HttpResponse<?> invalid(FormErrors errors) {
        return Pages.invalid("directory/imports", new ImportsPage(imports.last(IMPORTS_SHOWN), errors));
    }

    private static String address(long id) {
        return "/biuro/organizacje/import/" + id;
    }

    private static byte[] bytes(CompletedFileUpload file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
