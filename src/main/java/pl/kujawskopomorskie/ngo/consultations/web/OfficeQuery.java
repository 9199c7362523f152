package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import pl.kujawskopomorskie.ngo.consultations.Answer;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.OfficeFilter;

/**
 * What the address of the office's list asks for. What it asks wrongly counts as not asked.
 *
 * @param answerState one of {@link OfficeFilter#ANSWER_STATES}, or empty
 * @param department key of a department, or one of the filter's constants
 * @param position name of a position, or empty
 * @param unit address of a unit, or empty
 * @param channel name of a channel, or empty
 * @param words as typed
 * @param from number at which the page begins
 */
record OfficeQuery(
        String answerState, long department, String position, String unit, String channel, String words, int from) {

    /** What the address of a request asks for. */
    static OfficeQuery in(HttpRequest<?> request) {
        var asked = request.getParameters();
        var answerState = asked.get("stan");
        var department = asked.get("departament");
        return new OfficeQuery(
                OfficeFilter.ANSWER_STATES.stream()
                        .filter(state -> state.equalsIgnoreCase(answerState))
                        .findFirst()
                        .orElse(""),
                department != null && department.matches("-1|[1-9][0-9]{0,17}")
                        ? Long.parseLong(department)
                        : OfficeFilter.ANY_DEPARTMENT,
                AddressQuery.named(Answer.Position.values(), asked.get("stanowisko")),
                AddressQuery.unit(asked.get("jednostka")),
                AddressQuery.named(Channel.values(), asked.get("kanal")),
                AddressQuery.words(asked.get("szukaj")),
                AddressQuery.from(asked.get("od")));
    }

    /** The whole list. */
    static OfficeQuery all() {
        return new OfficeQuery("", OfficeFilter.ANY_DEPARTMENT, "", "", "", "", 1);
    }

    /** The same of answers in a state, unless a state is asked for already. */
    OfficeQuery inState(Answer.State state) {
        return answerState.isEmpty()
                ? new OfficeQuery(state.name(), department, position, unit, channel, words, from)
                : this;
    }

    OfficeFilter filter() {
        return new OfficeFilter(
                answerState,
                department,
                position.isEmpty() ? null : Answer.Position.valueOf(position),
                unit,
                channel.isEmpty() ? null : Channel.valueOf(channel),
                words);
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
        return AddressQuery.of(parameters);
    }

    /** The query of the whole list from its beginning, for the pages of its remarks. */
    public String whole() {
        return at(1);
    }
}
