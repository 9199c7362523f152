package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import pl.kujawskopomorskie.ngo.shared.documents.TableExports;
import pl.kujawskopomorskie.ngo.shared.documents.TableSheet;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * Writes a published report as files, entry by entry as they come from the database. All of a file is of one moment, so that
 * a hash and the text it was made of always belong together.
 */
@Singleton
public class ExportingReport {

    private final PublishedReports published;
    private final ReportText text;
    private final ReportTable table;
    private final TableExports exports;
    private final ObjectMapper json;

    ExportingReport(
            PublishedReports published, ReportText text, ReportTable table, TableExports exports, ObjectMapper json) {
        this.published = published;
        this.text = text;
        this.table = table;
        this.exports = exports;
        this.json = json;
    }

    /** What a report can be had as. */
    public enum Format {
        /** The register and the invited organisations, explained, with the corrections on the sheet of explanations. */
        XLSX,
        /** The register. */
        CSV,
        /** The corrections. */
        CORRECTIONS_CSV,
        /** All of it: the frozen text as it stands, so that its hash can be checked, its hash and the corrections. */
        JSON
    }

    /**
     * Writes the report of a consultation as it is now. The stream stays open.
     *
     * @throws IllegalStateException when it is not published
     */
    @Transactional(isolation = TransactionDefinition.Isolation.REPEATABLE_READ, readOnly = true)
    public void write(Consultation consultation, Format format, OutputStream out) throws IOException {
        var report = published.of(consultation).orElseThrow(() -> new IllegalStateException("It is not published"));
        switch (format) {
            case XLSX -> exports.writeXlsx(sheets(report), Language.POLISH, out);
            case CSV -> exports.writeCsv(table.layout(report), text.entries(report.id()), out);
            case CORRECTIONS_CSV -> exports.writeCsv(table.corrections(report), report.corrections(), out);
            case JSON -> writeJson(report, out);
        }
    }

    private List<TableSheet<?>> sheets(PublishedReport report) {
        var register = new TableSheet<>(table.layout(report), text.entries(report.id()));
        var invited = report.report().invited();
        return invited.isEmpty()
                ? List.of(register)
                : List.of(register, new TableSheet<>(table.invitations(), invited));
    }

    private void writeJson(PublishedReport report, OutputStream out) throws IOException {
        var corrections = json.writeValueAsString(
                Argument.listOf(Argument.mapOf(String.class, Object.class)),
                report.corrections().stream()
                        .map(correction -> Map.<String, Object>of(
                                "correctedAt", correction.correctedAt().toString(),
                                "edition", correction.edition(),
                                "text", correction.text()))
                        .toList());
        out.write(bytes("{\"sha256\":\"" + report.hash() + "\",\"edition\":"
                + report.report().edition() + ",\"corrections\":" + corrections + ",\"report\":"));
        text.write(report.id(), report.head(), out);
        out.write(bytes("}"));
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
