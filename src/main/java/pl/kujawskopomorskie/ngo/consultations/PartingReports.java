package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Parts a report that was published with its register in one text, when it is first read since: the head stays, each entry
 * goes to a row. No character changes, so its hash stays what it was.
 */
@Singleton
class PartingReports {

    private static final String REGISTER = ",\"register\":[";

    private final ConsultationReports reports;
    private final ReportEntries entries;
    private final ReportText text;

    PartingReports(ConsultationReports reports, ReportEntries entries, ReportText text) {
        this.reports = reports;
        this.entries = entries;
        this.text = text;
    }

    /** The report in its parts; whoever comes second finds it parted. */
    @Transactional
    ConsultationReport part(long id) {
        var report = reports.findByIdForUpdate(id).orElseThrow();
        var whole = report.frozen();
        if (whole == null || report.registerSize() != null) {
            return report;
        }
        // Inside a string each quotation mark has a backslash before it, so this is found nowhere else.
        var from = whole.indexOf(REGISTER) + REGISTER.length();
        var rows = new ArrayList<ReportEntry>();
        for (var entry : objects(whole, from)) {
            rows.add(new ReportEntry(null, id, rows.size(), text.entry(entry).number(), entry));
        }
        entries.saveAll(rows);
        return reports.update(report.frozen(
                Objects.requireNonNull(report.publishedAt()),
                report.publishedBy(),
                whole.substring(0, from) + "]}",
                report.hash(),
                report.edition(),
                rows.size()));
    }

    /** The objects of a JSON array that begins at a place, as they are written there. */
    private static List<String> objects(String json, int from) {
        var found = new ArrayList<String>();
        var depth = 0;
        var begin = from;
        var quoted = false;
        for (var at = from; depth > 0 || json.charAt(at) != ']'; at++) {
            switch (json.charAt(at)) {
                case '\\' -> at++;
                case '"' -> quoted = !quoted;
                case '{' -> {
                    if (!quoted && depth++ == 0) {
                        begin = at;
                    }
                }
                case '}' -> {
                    if (!quoted && --depth == 0) {
                        found.add(json.substring(begin, at + 1));
                    }
                }
                default -> {
                    // Anything else belongs to the object that has begun, or parts two of them.
                }
            }
        }
        return found;
    }
}
