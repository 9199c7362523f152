package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a report would hold if it were published now; nothing is kept. */
@Singleton
public final class PreviewingReport {

    private static final int AT_ONCE = 500;

    private final PublicRemarks remarks;

    PreviewingReport(PublicRemarks remarks) {
        this.remarks = remarks;
    }

    /**
     * The register as it stands.
     *
     * @param most entries that are handed out; all of them are counted
     */
    public Preview of(Consultation consultation, int most) {
        var shown = new ArrayList<FrozenReport.Entry>();
        var byPosition = new EnumMap<Answer.Position, Integer>(Answer.Position.class);
        var byChannel = new EnumMap<Channel, Integer>(Channel.class);
        var standing = 0;
        var withdrawn = 0;
        var stretch = remarks.after(consultation, 0, AT_ONCE);
        while (!stretch.isEmpty()) {
            for (var remark : stretch) {
                var entry = FrozenReport.Entry.of(consultation.reference(), remark);
                if (shown.size() < most) {
                    shown.add(entry);
                }
                if (entry.withdrawn()) {
                    withdrawn++;
                    continue;
                }
                standing++;
                byChannel.merge(entry.channel(), 1, Integer::sum);
                var position = entry.position();
                if (position != null) {
                    byPosition.merge(position, 1, Integer::sum);
                }
            }
            stretch = remarks.after(consultation, stretch.getLast().number(), AT_ONCE);
        }
        return new Preview(
                new FrozenReport.Counts(
                        standing,
                        withdrawn,
                        counts(Answer.Position.values(), byPosition),
                        counts(Channel.values(), byChannel)),
                shown);
    }

    private static <E extends Enum<E>> List<FrozenReport.Count> counts(E[] all, Map<E, Integer> found) {
        return Arrays.stream(all)
                .map(one -> new FrozenReport.Count(one.name(), found.getOrDefault(one, 0)))
                .toList();
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
