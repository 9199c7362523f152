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
import pl.kujawskopomorskie.ngo.consultations.OfficeFilter;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * What the address of the office's list asks for. What it asks wrongly counts as not asked.
 *
 * @param answerState name of a state of the answer, {@link OfficeFilter#NO_ANSWER}, or empty
 * @param department key of a department, or one of the filter's constants
 * @param position name of a position, or empty
 * @param unit address of a unit, or empty
 * @param channel name of a channel, or empty
 * @param words as typed
 * @param from number at which the page begins
 */
record OfficeQuery(
        String answerState, long department, String position, String unit, String channel, String words, int from) {

    static OfficeQuery of(
            @Nullable String answerState,
            @Nullable String department,
            @Nullable String position,
            @Nullable String unit,
            @Nullable String channel,
            @Nullable String words,
            @Nullable String from) {
        var typed = Typed.line(words);
        return new OfficeQuery(
                OfficeFilter.NO_ANSWER.equalsIgnoreCase(answerState)
                        ? OfficeFilter.NO_ANSWER
                        : named(Answer.State.values(), answerState),
                department != null && department.matches("-1|[1-9][0-9]{0,17}")
                        ? Long.parseLong(department)
                        : OfficeFilter.ANY_DEPARTMENT,
                named(Answer.Position.values(), position),
                unit != null && unit.matches("[a-z0-9_]{1,200}") ? unit : "",
                named(Channel.values(), channel),
                typed.length() <= 200 ? typed : typed.substring(0, 200),
                from != null && from.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(from) : 1);
    }

    /** The whole list from its beginning. */
    static OfficeQuery all() {
        return of(null, null, null, null, null, null, null);
    }

    OfficeFilter filter() {
        return new OfficeFilter(
                answerState,
                department,
                position.isEmpty() ? null : Answer.Position.valueOf(position),
                unit,
                channel.isEmpty() ? null : Channel.valueOf(channel),
                words.isEmpty() ? List.of() : Arrays.asList(words.split(" ")));
    }

    /** Whether the list is narrowed in any way. */
    public boolean narrowed() {
        return !filter().equals(OfficeFilter.ALL);
    }

    /** The department as a form's choice states it. */
    public String departmentChoice() {
        return department == OfficeFilter.ANY_DEPARTMENT ? "" : Long.toString(department);
    }

    /** The query of the page that begins at a number. */
    public String at(int number) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("stan", answerState);
        parameters.put("departament", departmentChoice());
        parameters.put("stanowisko", position);
        parameters.put("jednostka", unit);
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
