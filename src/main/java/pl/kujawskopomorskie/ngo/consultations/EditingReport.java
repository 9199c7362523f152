package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * Takes words out of a published report: personal data found late must have a way out (RODO art. 5(1)(d) and 17). What is
 * frozen is frozen again without the words, as the next edition with a hash of its own; the words are in no row and no
 * printed volume any more; and a public entry under the report says where words were hidden and why. Nothing else changes.
 */
@Singleton
class EditingReport {

    private final ConsultationReports reports;
    private final PartingReports parting;
    private final ReportEntries entries;
    private final ReportText text;
    private final AppendingCorrection appending;
    private final Messages messages;
    private final Clock clock;

    EditingReport(
            ConsultationReports reports,
            PartingReports parting,
            ReportEntries entries,
            ReportText text,
            AppendingCorrection appending,
            Messages messages,
            Clock clock) {
        this.reports = reports;
        this.parting = parting;
        this.entries = entries;
        this.text = text;
        this.appending = appending;
        this.messages = messages;
        this.clock = clock;
    }

    /** What becomes of one entry of the register. */
    interface EntryChange {
        FrozenReport.Entry of(FrozenReport.Entry entry);
    }

    /**
     * Edits entries of the register, if the report of the consultation is published. The caller has the consultation's lock.
     *
     * @param numbers of the remarks
     * @param why key of the public entry, whose first argument is the remarks' references
     * @param reason second argument of the public entry
     * @param by who hides the words, or whose words they are
     * @return what the audit log keeps of it; empty when there is no report
     */
    @Transactional(Transactional.TxType.MANDATORY)
    String entries(
            Consultation consultation,
            Collection<Integer> numbers,
            EntryChange change,
            String why,
            String reason,
            long by) {
        var report = locked(consultation);
        if (report == null) {
            return "";
        }
        var changed = entries.findByReportIdAndNumberIn(report.key(), numbers).stream()
                .map(row -> row.saying(text.entry(change.of(text.entry(row.entry())))))
                .toList();
        entries.updateAll(changed);
        var references = numbers.stream()
                .sorted()
                .map(number -> RemarkReceipt.number(consultation.reference(), number))
                .collect(Collectors.joining(", "));
        return edition(report, UnaryOperator.identity(), words(why, references, reason), by);
    }

    /**
     * Edits what stands around the register, if the report of the consultation is published.
     *
     * @param shown makes of a text what may be read of it
     * @param reason for the public entry
     * @return what the audit log keeps of it; empty when there is no report
     */
    @Transactional(Transactional.TxType.MANDATORY)
    String frame(Consultation consultation, UnaryOperator<String> shown, String reason, long by) {
        var report = locked(consultation);
        return report == null ? "" : edition(report, shown, words("report.hidden.notice", reason), by);
    }

    /** Whether words stand in the name of an organisation that a published report says was invited. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean invited(Consultation consultation, String words) {
        var report = locked(consultation);
        return report != null
                && text.report(Objects.requireNonNull(report.frozen())).invited().stream()
                        .anyMatch(one -> one.name().contains(words));
    }

    private @Nullable ConsultationReport locked(Consultation consultation) {
        var report = reports.findByConsultationIdForUpdate(consultation.key()).orElse(null);
        return report == null || report.publishedAt() == null ? null : parting.part(report.key());
    }

    private String edition(ConsultationReport report, UnaryOperator<String> shown, String entry, long by) {
        var now = OfficeTime.now(clock);
        var next = text.report(Objects.requireNonNull(report.frozen())).next(now, shown);
        var head = text.head(next);
        var edited = reports.update(report.saying(shown.apply(report.introduction()), shown.apply(report.afterword()))
                .frozen(
                        publishedAt(report),
                        report.publishedBy(),
                        head,
                        text.hash(report.key(), head),
                        next.edition(),
                        Objects.requireNonNull(report.registerSize())));
        appending.append(edited, entry, now, by);
        // The audit log's page has words for both names.
        return "edition " + next.edition() + ", hash_before " + RemarkReceipt.hex(report.hash());
    }

    private static Instant publishedAt(ConsultationReport report) {
        return Objects.requireNonNull(report.publishedAt());
    }

    private String words(String key, Object... arguments) {
        return messages.get(Language.POLISH, key, arguments);
    }
}
