package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.RemarkFilter;

/**
 * What the address of a register asks for. What it asks wrongly counts as not asked.
 *
 * @param unit address of a unit, {@link RemarkFilter#WHOLE_ACT}, or empty
 * @param position name of a position, {@link #UNANSWERED}, or empty
 * @param channel name of a channel, or empty
 * @param words as typed
 * @param from number at which the page begins
 */
record RegisterQuery(String unit, String position, String channel, String words, int from) {

    static final String UNANSWERED = "NONE";

    static RegisterQuery of(
            @Nullable String unit,
            @Nullable String position,
            @Nullable String channel,
            @Nullable String words,
            @Nullable String from) {
        return new RegisterQuery(
                AddressQuery.unit(unit),
                UNANSWERED.equalsIgnoreCase(position)
                        ? UNANSWERED
                        : AddressQuery.named(Answer.Position.values(), position),
                AddressQuery.named(Channel.values(), channel),
                AddressQuery.words(words),
                AddressQuery.from(from));
    }

    RemarkFilter filter() {
        return new RemarkFilter(
                unit,
                position.isEmpty() || position.equals(UNANSWERED) ? null : Answer.Position.valueOf(position),
                position.equals(UNANSWERED),
                channel.isEmpty() ? null : Channel.valueOf(channel),
                words);
    }

    /** Whether the register is narrowed in any way. */
    public boolean narrowed() {
        return !filter().isAll();
    }

    /** The query of the page that begins at a number. */
    public String at(int number) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("jednostka", unit);
        parameters.put("stanowisko", position);
        parameters.put("kanal", channel);
        parameters.put("szukaj", words);
        parameters.put("od", number == 1 ? "" : Integer.toString(number));
        return AddressQuery.of(parameters);
    }
}
