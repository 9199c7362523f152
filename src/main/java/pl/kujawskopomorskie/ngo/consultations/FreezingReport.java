package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Department;
import pl.kujawskopomorskie.ngo.accounts.OfficeDepartments;

/** Gathers all that a report says into one text that no later change elsewhere reaches. */
@Singleton
public class FreezingReport {

    private static final int REMARKS_AT_ONCE = 500;
    private static final int INVITATIONS_AT_ONCE = 1000;

    private final Consultations consultations;
    private final ConsultationReports reports;
    private final ReportEntries entries;
    private final ReportText text;
    private final DraftVersions versions;
    private final PublicRemarks remarks;
    private final Invitations invitations;
    private final OfficeDepartments departments;

    FreezingReport(
            Consultations consultations,
            ConsultationReports reports,
            ReportEntries entries,
            ReportText text,
            DraftVersions versions,
            PublicRemarks remarks,
            Invitations invitations,
            OfficeDepartments departments) {
        this.consultations = consultations;
        this.reports = reports;
        this.entries = entries;
        this.text = text;
        this.versions = versions;
        this.remarks = remarks;
        this.invitations = invitations;
        this.departments = departments;
    }

    /**
     * Freezes a report that is prepared, as it is published at a moment.
     *
     * @param report as it was saved
     * @param by who publishes it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ConsultationReport freeze(
            Consultation consultation, ConsultationReport report, Instant publishedAt, long by) {
        var counting = new RegisterCounting();
        register(consultation, report.key(), counting);
        var head = text.head(head(consultation, report, publishedAt, invitations(consultation), counting.counts()));
        return reports.update(report.frozen(
                publishedAt, by, head, text.hash(report.key(), head), report.edition(), counting.entries()));
    }

    /**
     * What a report would say around its register if it were published at a moment; nothing is kept.
     *
     * @param report as it was saved, or null when nothing is yet
     * @param counts of the register
     */
    FrozenReport preview(
            Consultation consultation,
            @Nullable ConsultationReport report,
            Instant publishedAt,
            FrozenReport.Counts counts) {
        var prepared = report == null ? ConsultationReport.prepared(consultation.key(), "", "") : report;
        return head(consultation, prepared, publishedAt, List.of(), counts);
    }

    private FrozenReport head(
            Consultation consultation,
            ConsultationReport report,
            Instant publishedAt,
            List<FrozenReport.Invitation> invited,
            FrozenReport.Counts counts) {
        var meetingAt = consultation.meetingAt();
        return new FrozenReport(
                FrozenReport.FORMAT,
                consultation.reference(),
                consultation.slug(),
                consultation.title(),
                consultation.subject(),
                consultation.legalBasis(),
                consultation.kind(),
                consultation.participants(),
                departments
                        .withKey(consultation.departmentId())
                        .map(Department::name)
                        .orElse(""),
                consultation.contactName(),
                consultation.contactEmail(),
                consultation.announcedAt(),
                consultation.opensAt(),
                consultation.closesAt(),
                consultations.extensions(consultation.key()).stream()
                        .map(extension -> new FrozenReport.Extension(
                                extension.oldClosesAt(), extension.newClosesAt(), extension.reason()))
                        .toList(),
                consultation.channelSet().stream().sorted().toList(),
                meetingAt == null
                        ? null
                        : new FrozenReport.Meeting(
                                meetingAt,
                                Objects.requireNonNullElse(consultation.meetingPlace(), ""),
                                Objects.requireNonNullElse(consultation.meetingNote(), "")),
                versions.findByConsultationIdOrderByNumber(consultation.key()).stream()
                        .filter(version -> version.publishedAt() != null)
                        .map(version ->
                                new FrozenReport.Version(version.number(), version.note(), version.publishedAt()))
                        .toList(),
                consultations.documents(consultation.key()).stream()
                        .map(document -> new FrozenReport.Document(document.title(), document.name()))
                        .toList(),
                report.introduction(),
                report.afterword(),
                publishedAt,
                report.edition(),
                null,
                invited,
                counts,
                List.of());
    }

    /** All to whom a mail was written, by name. */
    private List<FrozenReport.Invitation> invitations(Consultation consultation) {
        var all = new ArrayList<Invitations.Line>();
        var last = 0L;
        while (true) {
            var some = invitations.mailedAfter(consultation.key(), last, INVITATIONS_AT_ONCE);
            all.addAll(some);
            if (some.size() < INVITATIONS_AT_ONCE) {
                break;
            }
            last = some.getLast().id();
        }
        var polish = Collator.getInstance(Locale.of("pl"));
        return all.stream()
                .sorted(Comparator.comparing(Invitations.Line::name, polish::compare))
                .map(line -> new FrozenReport.Invitation(line.name(), line.slug(), line.orgId(), line.invitedAt()))
                .toList();
    }

    /** Keeps the register, a stretch at a time. */
    private void register(Consultation consultation, long reportId, RegisterCounting counting) {
        var last = 0;
        while (true) {
            var rows = new ArrayList<ReportEntry>();
            for (var remark : remarks.after(consultation, last, REMARKS_AT_ONCE)) {
                var entry = FrozenReport.Entry.of(consultation.reference(), remark);
                rows.add(new ReportEntry(null, reportId, counting.entries(), entry.number(), text.entry(entry)));
                counting.add(entry);
                last = entry.number();
            }
            entries.saveAll(rows);
            if (rows.size() < REMARKS_AT_ONCE) {
                return;
            }
        }
    }
}
