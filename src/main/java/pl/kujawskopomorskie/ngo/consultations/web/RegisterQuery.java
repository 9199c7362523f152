package pl.kujawskopomorskie.ngo.consultations.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.RemarkFilter;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

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
        var typed = Typed.line(words);
        return new RegisterQuery(
                unit != null && unit.matches("[a-z0-9_]{1,200}") ? unit : "",
                UNANSWERED.equalsIgnoreCase(position) ? UNANSWERED : named(Answer.Position.values(), position),
                named(Channel.values(), channel),
                typed.length() <= 200 ? typed : typed.substring(0, 200),
                from != null && from.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(from) : 1);
    }

    RemarkFilter filter() {
        return new RemarkFilter(
                unit,
                position.isEmpty() || position.equals(UNANSWERED) ? null : Answer.Position.valueOf(position),
                position.equals(UNANSWERED),
                channel.isEmpty() ? null : Channel.valueOf(channel),
                words.isEmpty() ? List.of() : Arrays.asList(words.split(" ")));
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
        var query = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String named(Enum<?>[] constants, @Nullable String asked) {
        return Arrays.stream(constants)
                .map(Enum::name)
                .filter(name -> name.equalsIgnoreCase(asked))
                .findFirst()
                .orElse("");
    }
}
