package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.ConsultationPolicy;
import pl.kujawskopomorskie.ngo.consultations.ConsultationReports;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.EnteringRemark;
import pl.kujawskopomorskie.ngo.consultations.OfficeEntering;
import pl.kujawskopomorskie.ngo.consultations.OfficeEntry;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkReceipt;
import pl.kujawskopomorskie.ngo.consultations.RemarkTable;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.consultations.SentFile;
import pl.kujawskopomorskie.ngo.consultations.act.UnitFinder;
import pl.kujawskopomorskie.ngo.shared.documents.FileType;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Downloads;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.Pages;
import reactor.core.publisher.Flux;

/** A clerk enters what came on paper, by e-mail, at a meeting or from a council: one by one, or a whole table. */
@Controller("/biuro/konsultacje/{slug}/uwagi")
@Secured("CLERK")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RemarkEntryController {

    private final ConsultationCatalogue catalogue;
    private final Consultations consultations;
    private final ConsultationReports reports;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;
    private final EnteringRemark entering;
    private final TableExports exports;
    private final Messages messages;
    private final Clock clock;

    RemarkEntryController(
            ConsultationCatalogue catalogue,
            Consultations consultations,
            ConsultationReports reports,
            DraftVersions versions,
            DraftUnits units,
            Remarks remarks,
            EnteringRemark entering,
            TableExports exports,
            Messages messages,
            Clock clock) {
        this.catalogue = catalogue;
        this.consultations = consultations;
        this.reports = reports;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
        this.entering = entering;
        this.exports = exports;
        this.messages = messages;
        this.clock = clock;
    }

    @Get("/nowa")
    HttpResponse<?> blank(@PathVariable String slug, @QueryValue @Nullable String wpisana, Actor actor) {
        return onCurrent(slug, actor, (overview, version) -> {
            var form = EntryForm.empty(version.number(), OfficeTime.today(clock));
            return Pages.show(
                    "desk/remark-entry",
                    EntryPage.from(
                            overview,
                            form,
                            FormErrors.none(),
                            unitsOf(version),
                            wpisana != null && wpisana.matches("[1-9][0-9]{0,8}")
                                    ? RemarkReceipt.number(overview.reference(), Integer.parseInt(wpisana))
                                    : null));
        });
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(@PathVariable String slug, @Body EntryForm form, Actor actor) {
        return enter(slug, form, List.of(), actor);
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> enterParts(@PathVariable String slug, @Body MultipartBody body, Actor actor) {
        var parts = Flux.from(body).collectList().block();
        var fields = new HashMap<String, String>();
        var scans = new ArrayList<SentFile>();
        for (var part : parts == null ? List.<CompletedPart>of() : parts) {
            if (!(part instanceof CompletedFileUpload upload)) {
                fields.put(part.getName(), new String(Sent.bytes(part), StandardCharsets.UTF_8));
            } else if (upload.getFilename() != null && !upload.getFilename().isEmpty()) {
                scans.add(new SentFile(upload.getFilename(), Sent.bytes(part)));
            }
        }
        return enter(slug, EntryForm.of(fields), scans, actor);
    }

    private HttpResponse<?> enter(String slug, EntryForm form, List<SentFile> scans, Actor actor) {
        return onVersion(slug, form.versionNumber(), actor, (overview, version) -> switch (entering.enterWithScans(
                slug, version.number(), form.entry(), scans, actor)) {
            case OfficeEntering.Entered entered -> {
                var remark = entered.entered().isEmpty()
                        ? entered.before().getFirst()
                        : entered.entered().getFirst();
                yield Pages.goTo("/biuro/konsultacje/" + slug + "/uwagi/nowa?wpisana=" + remark.number());
            }
            case OfficeEntering.Invalid invalid ->
                Pages.invalid(
                        "desk/remark-entry", EntryPage.from(overview, form, invalid.errors(), unitsOf(version), null));
            case OfficeEntering.WrongMoment wrongMoment -> Pages.conflict("consultations.entry.wrongMoment");
            case OfficeEntering.Forbidden forbidden -> Pages.forbidden();
            case OfficeEntering.NotFound notFound -> Pages.notFound();
        });
    }

    /** The empty table to fill in. */
    @Get("/wzor.xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<?> form(HttpRequest<?> request, @PathVariable String slug) throws IOException {
        if (consultations.findBySlug(slug).isEmpty()) {
            return Pages.notFound();
        }
        var out = new ByteArrayOutputStream();
        exports.writeXlsx(
                new TableLayout<OfficeEntry>(
                        word("consultations.import.title"),
                        List.of(word("consultations.import.form.about")),
                        Stream.of("unit", "current", "proposed", "rationale", "author")
                                .map(column -> TableColumn.<OfficeEntry>text(
                                        word("consultations.import.form." + column),
                                        word("consultations.import.form." + column + ".means"),
                                        column.equals("unit") || column.equals("author") ? 22 : 50,
                                        entry -> null))
                                .toList()),
                List.of(),
                Language.POLISH,
                out);
        return Downloads.file(request, "wzor-tabeli-uwag.xlsx", FileType.XLSX.mediaType(), out.toByteArray());
    }

    // The form goes to those who send remarks in, and its headings are read back: it is Polish like all documents.
    private String word(String key) {
        return messages.get(Language.POLISH, key);
    }

    @Get("/wczytaj")
    HttpResponse<?> file(@PathVariable String slug, Actor actor) {
        return onCurrent(
                slug,
                actor,
                (overview, version) -> Pages.show(
                        "desk/remark-import",
                        importPage(
                                overview,
                                version,
                                EntryForm.empty(version.number(), OfficeTime.today(clock)),
                                FormErrors.none(),
                                null)));
    }

    /** Reads a table and shows what would be entered; nothing is saved. */
    @Post(uri = "/wczytaj", consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> read(@PathVariable String slug, @Body MultipartBody body, Actor actor) {
        var sent = Sent.of(body);
        var form = sent.form();
        return onVersion(slug, form.versionNumber(), actor, (overview, version) -> {
            var entry = form.entry();
            var errors = FormErrors.none()
                    .unless(sent.fileName().length() > 0, "file", "consultations.import.file.missing")
                    .unless(!entry.author().isEmpty(), "author", "consultations.entry.author.missing")
                    .unless(entry.receivedOn() != null, "receivedOn", "consultations.entry.receivedOn.missing");
            if (errors.any()) {
                return Pages.invalid("desk/remark-import", importPage(overview, version, form, errors, null));
            }
            var finder = new UnitFinder(
                    unitsOf(version).stream().map(DraftUnit::provision).toList());
            return switch (RemarkTable.read(sent.file(), sent.fileName(), finder)) {
                case RemarkTable.Refused refused ->
                    Pages.invalid(
                            "desk/remark-import",
                            importPage(
                                    overview,
                                    version,
                                    form,
                                    FormErrors.of("file", refused.sentenceKey(), RemarkTable.MOST_ROWS),
                                    null));
                case RemarkTable.Rows rows ->
                    Pages.show(
                            "desk/remark-import",
                            importPage(
                                    overview, version, form, FormErrors.none(), lines(overview, rows, entry.author())));
            };
        });
    }

    /**
     * Enters the rows that the clerk left ticked, each on the unit that the clerk sees beside it. All or none: when one of
     * them cannot be entered the page comes back with everything as the clerk left it, and names the row.
     */
    @Post(uri = "/wczytaj/zapisz", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> apply(@PathVariable String slug, @Body @Nullable Map<String, Object> body, Actor actor) {
        var fields = Fields.lists(body);
        var form = Sent.form(fields);
        var entry = form.entry();
        return onVersion(slug, form.versionNumber(), actor, (overview, version) -> {
            var lines = reviewed(overview, version, fields, entry.author());
            var ticked = lines.stream()
                    .filter(ImportPage.Line::ticked)
                    .filter(line -> line.before().isEmpty())
                    .toList();
            var errors = mistakes(entry, lines);
            if (errors.any()) {
                return Pages.invalid("desk/remark-import", importPage(overview, version, form, errors, lines));
            }
            if (ticked.isEmpty()) {
                // Sent twice: what the first one entered is where the second leads.
                return Pages.goTo("/konsultacje/" + slug + "/uwagi");
            }
            var entries = ticked.stream()
                    .map(line -> entry(overview, version, entry, line))
                    .toList();
            return switch (entering.enter(slug, version.number(), entries, actor)) {
                case OfficeEntering.Entered entered ->
                    Pages.goTo("/konsultacje/" + slug + "/uwagi?od="
                            + Stream.concat(entered.entered().stream(), entered.before().stream())
                                    .map(Remark::number)
                                    .filter(Objects::nonNull)
                                    .min(Integer::compare)
                                    .orElse(1));
                case OfficeEntering.Invalid invalid ->
                    Pages.invalid(
                            "desk/remark-import",
                            importPage(
                                    overview, version, form, named(invalid.errors(), ticked.get(invalid.at())), lines));
                case OfficeEntering.WrongMoment wrongMoment -> Pages.conflict("consultations.entry.wrongMoment");
                case OfficeEntering.Forbidden forbidden -> Pages.forbidden();
                case OfficeEntering.NotFound notFound -> Pages.notFound();
            };
        });
    }

    /** The rows as the clerk left them on the page, looked through anew: nothing that was computed there is believed. */
    private List<ImportPage.Line> reviewed(
            ConsultationOverview overview, DraftVersion version, Map<String, List<String>> fields, String author) {
        var finder = new UnitFinder(
                unitsOf(version).stream().map(DraftUnit::provision).toList());
        var ticked = new HashSet<>(fields.getOrDefault("row", List.of()));
        var typed = new HashMap<Integer, String>();
        var rows = new ArrayList<RemarkTable.Reviewed>();
        for (var at : fields.getOrDefault("at", List.of())) {
            if (at.matches("[1-9][0-9]{0,8}") && rows.size() < RemarkTable.MOST_ROWS) {
                var unit = Typed.line(first(fields, "unit-" + at));
                typed.put(Integer.valueOf(at), unit);
                rows.add(new RemarkTable.Reviewed(
                        Integer.parseInt(at),
                        Typed.line(first(fields, "author-" + at)),
                        Typed.text(first(fields, "current-" + at)),
                        Typed.text(first(fields, "proposed-" + at)),
                        Typed.text(first(fields, "rationale-" + at)),
                        finder.find(unit, "")));
            }
        }
        return lines(overview, RemarkTable.checked(rows), author).stream()
                .map(line -> new ImportPage.Line(
                        line.row(),
                        typed.getOrDefault(line.row().at(), ""),
                        ticked.contains(Integer.toString(line.row().at())),
                        line.before()))
                .toList();
    }

    private static FormErrors mistakes(OfficeEntry entry, List<ImportPage.Line> lines) {
        var errors = FormErrors.none()
                .unless(entry.channel() != Channel.FORM, "channel", "forms.choose")
                .unless(entry.receivedOn() != null, "receivedOn", "consultations.entry.receivedOn.missing")
                .unless(!entry.author().isEmpty(), "author", "consultations.entry.author.missing")
                .unless(
                        lines.stream().anyMatch(ImportPage.Line::ticked),
                        FormErrors.WHOLE_FORM,
                        "consultations.import.nothing");
        for (var line : lines) {
            if (line.ticked()) {
                var at = line.row().at();
                errors = errors.unless(
                                line.row().problem() == null, "row-" + at, "consultations.import.mistake.row", at)
                        .unless(
                                line.row().match().unit() != null || line.unit().isEmpty(),
                                "unit-" + at,
                                "consultations.import.mistake.unit",
                                at,
                                line.unit());
            }
        }
        return errors;
    }

    /** The mistakes of a row at the fields of the page: what is stated of all rows there, everything else at the row. */
    private static FormErrors named(FormErrors errors, ImportPage.Line line) {
        var at = line.row().at();
        var named = FormErrors.none();
        for (var error : errors.all()) {
            var ofAll = error.field().equals("receivedOn")
                    || error.field().equals("channel")
                    || (error.field().equals("author") && line.row().author().isEmpty());
            named = ofAll
                    ? named.and(error.field(), error.key(), error.values())
                    : named.and("row-" + at, "consultations.import.mistake.row", at);
        }
        return named;
    }

    private static OfficeEntry entry(
            ConsultationOverview overview, DraftVersion version, OfficeEntry ofAll, ImportPage.Line line) {
        var row = line.row();
        var unit = row.match().unit();
        return new OfficeEntry(
                version.number(),
                unit == null ? "" : unit.id(),
                ofAll.channel(),
                row.author().isEmpty() ? ofAll.author() : row.author(),
                ofAll.named(),
                ofAll.receivedOn(),
                row.currentWording(),
                row.proposedWording(),
                row.rationale(),
                row.formToken(overview.id(), ofAll.author()));
    }

    private List<ImportPage.Line> lines(ConsultationOverview overview, RemarkTable.Rows rows, String author) {
        var tokens = rows.rows().stream()
                .map(row -> row.formToken(overview.id(), author))
                .distinct()
                .toList();
        var before = new HashMap<String, String>();
        if (!tokens.isEmpty()) {
            for (var remark : remarks.findByConsultationIdAndFormTokenIn(overview.id(), tokens)) {
                var number = remark.number();
                if (number != null) {
                    before.put(remark.formToken(), RemarkReceipt.number(overview.reference(), number));
                }
            }
        }
        return rows.rows().stream()
                .map(row -> ImportPage.Line.of(row, before.getOrDefault(row.formToken(overview.id(), author), "")))
                .toList();
    }

    private ImportPage importPage(
            ConsultationOverview overview,
            DraftVersion version,
            EntryForm form,
            FormErrors errors,
            @Nullable List<ImportPage.Line> rows) {
        return new ImportPage(
                overview, version.number(), form, errors, unitsOf(version), EntryPage.channelChoices(), rows);
    }

    private List<DraftUnit> unitsOf(DraftVersion version) {
        return units.findByVersionIdOrderByPosition(version.key());
    }

    private HttpResponse<?> onCurrent(
            String slug, Actor actor, BiFunction<ConsultationOverview, DraftVersion, HttpResponse<?>> show) {
        return on(slug, actor, id -> versions.findCurrent(id), show);
    }

    private HttpResponse<?> onVersion(
            String slug,
            int number,
            Actor actor,
            BiFunction<ConsultationOverview, DraftVersion, HttpResponse<?>> show) {
        return on(
                slug,
                actor,
                // A form that lost its version is on the text that everybody reads now.
                id -> number == 0
                        ? versions.findCurrent(id)
                        : versions.findByConsultationIdAndNumber(id, number)
                                .filter(version -> version.publishedAt() != null),
                show);
    }

    private HttpResponse<?> on(
            String slug,
            Actor actor,
            VersionOf choose,
            BiFunction<ConsultationOverview, DraftVersion, HttpResponse<?>> show) {
        var consultation = consultations.findBySlug(slug).orElse(null);
        if (consultation == null) {
            return Pages.notFound();
        }
        if (!ConsultationPolicy.mayEnterOtherChannels(
                actor, consultation, reports.publishedAt(consultation.key()).isPresent())) {
            return Pages.conflict("consultations.entry.wrongMoment");
        }
        return choose.version(consultation.key())
                .<HttpResponse<?>>map(version -> show.apply(catalogue.find(slug).orElseThrow(), version))
                .orElseGet(Pages::notFound);
    }

    private static String first(Map<String, List<String>> fields, String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Chooses the version of a consultation. */
    private interface VersionOf {
        Optional<DraftVersion> version(long consultationId);
    }

    /** The form of the import with its file. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to the reader; nobody compares these records
    private record Sent(EntryForm form, String fileName, byte[] file) {

        static Sent of(MultipartBody body) {
            var parts = Flux.from(body).collectList().block();
            var fields = new HashMap<String, List<String>>();
            var fileName = "";
            var file = new byte[0];
            for (var part : parts == null ? List.<CompletedPart>of() : parts) {
                if (part instanceof CompletedFileUpload upload) {
                    fileName = upload.getFilename() == null ? "" : upload.getFilename();
                    file = bytes(part);
                } else {
                    fields.put(part.getName(), List.of(new String(bytes(part), StandardCharsets.UTF_8)));
                }
            }
            return new Sent(form(fields), fileName, file);
        }

        static EntryForm form(Map<String, List<String>> fields) {
            return new EntryForm(
                    first(fields, "version"),
                    "",
                    first(fields, "channel"),
                    first(fields, "author"),
                    first(fields, "named"),
                    first(fields, "receivedOn"),
                    "",
                    "",
                    "");
        }

        private static byte[] bytes(CompletedPart part) {
            try {
                return part.getBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
