package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.List;

/** What a report would hold if it were published now; nothing is kept. */
@Singleton
public final class PreviewingReport {

    private final PublicRemarks remarks;
    private final RegisterTallies tallies;

    PreviewingReport(PublicRemarks remarks, RegisterTallies tallies) {
        this.remarks = remarks;
        this.tallies = tallies;
    }

    /**
     * The register as it stands.
     *
     * @param most entries that are handed out; all of them are counted
     */
    public Preview of(Consultation consultation, int most) {
        var counting = new RegisterCounting();
        tallies.of(consultation.key())
                .forEach(tally -> counting.add(
                        tally.state() == RemarkState.WITHDRAWN, tally.channel(), tally.position(), tally.remarks()));
        return new Preview(
                counting.counts(),
                remarks.after(consultation, 0, most).stream()
                        .map(remark -> FrozenReport.Entry.of(consultation.reference(), remark))
                        .toList());
    }

    /**
     * The register of a report that is not published.
     *
     * @param counts what all of it adds up to
     * @param register its first entries
     */
    public record Preview(FrozenReport.Counts counts, List<FrozenReport.Entry> register) {

        public Preview {
            register = List.copyOf(register);
        }
    }
}
