package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** What a report would hold if it were published now; nothing is kept. */
@Singleton
public final class PreviewingReport {

    private final PublicRemarks remarks;
    private final RegisterTallies tallies;
    private final ConsultationReports reports;
    private final FreezingReport freezing;
    private final Invitations invitations;
    private final Clock clock;

    PreviewingReport(
            PublicRemarks remarks,
            RegisterTallies tallies,
            ConsultationReports reports,
            FreezingReport freezing,
            Invitations invitations,
            Clock clock) {
        this.remarks = remarks;
        this.tallies = tallies;
        this.reports = reports;
        this.freezing = freezing;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * The report as it stands.
     *
     * @param most entries that are handed out; all of them are counted
     */
    public Preview of(Consultation consultation, int most) {
        var counting = new RegisterCounting();
        tallies.of(consultation.key())
                .forEach(tally -> counting.add(
                        tally.state() == RemarkState.WITHDRAWN, tally.channel(), tally.position(), tally.remarks()));
        return new Preview(
                freezing.preview(
                        consultation,
                        reports.findByConsultationId(consultation.key()).orElse(null),
                        OfficeTime.now(clock),
                        counting.counts()),
                invitations.countMailed(consultation.key()),
                remarks.after(consultation, 0, most).stream()
                        .map(remark -> FrozenReport.Entry.of(consultation.reference(), remark))
                        .toList());
    }

    /**
     * A report that is not published.
     *
     * @param report what stands around its register, without those invited
     * @param invited how many organisations were invited by mail
     * @param register its first entries
     */
    public record Preview(FrozenReport report, int invited, List<FrozenReport.Entry> register) {

        public Preview {
            register = List.copyOf(register);
        }

        /** What all of the register adds up to. */
        public FrozenReport.Counts counts() {
            return report.counts();
        }
    }
}
