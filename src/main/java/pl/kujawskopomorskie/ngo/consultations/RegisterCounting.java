package pl.kujawskopomorskie.ngo.consultations;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a register adds up to, remark by remark or a whole group of them at a time. */
final class RegisterCounting {

    private final Map<Answer.Position, Integer> byPosition = new EnumMap<>(Answer.Position.class);
    private final Map<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
    private int standing;
    private int withdrawn;

    /** Counts an entry of the register. */
    void add(FrozenReport.Entry entry) {
        add(entry.withdrawn(), entry.channel(), entry.position(), 1);
    }

    /**
     * Counts remarks that have the same in common.
     *
     * @param taken whether their authors took them back; then only that counts
     * @param channel how they came
     * @param position of their approved answers, or null
     * @param remarks how many
     */
    void add(boolean taken, Channel channel, Answer.@Nullable Position position, int remarks) {
        if (taken) {
            withdrawn += remarks;
            return;
        }
        standing += remarks;
        byChannel.merge(channel, remarks, Integer::sum);
        if (position != null) {
            byPosition.merge(position, remarks, Integer::sum);
        }
    }

    /** How many entries the register has. */
    int entries() {
        return standing + withdrawn;
    }

    /** As a report states it. */
    FrozenReport.Counts counts() {
        return new FrozenReport.Counts(
                standing, withdrawn, counts(Answer.Position.values(), byPosition), counts(Channel.values(), byChannel));
    }

    private static <E extends Enum<E>> List<FrozenReport.Count> counts(E[] all, Map<E, Integer> found) {
        return Arrays.stream(all)
                .map(one -> new FrozenReport.Count(one.name(), found.getOrDefault(one, 0)))
                .toList();
    }
}
