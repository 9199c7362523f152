package pl.kujawskopomorskie.ngo.events.web;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.EventEntry;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.TypedMoment;

/**
 * What a clerk types of an event. The last day of registration without a time counts to its end.
 *
 * @param fields by their names
 */
record EventForm(Map<String, String> fields) {

    EventForm {
        fields = Map.copyOf(fields);
    }

    /** As the browser sent it. */
    static EventForm sent(@Nullable Map<String, String> body) {
        return new EventForm(body == null ? Map.of() : body);
    }

    /** An empty form, with what most events have in common filled in. */
    static EventForm fresh(String privacyClause) {
        return new EventForm(Map.of(
                "kind", EventKind.TRAINING.name(),
                "peoplePerRegistration", "5",
                "holdMinutes", "120",
                "offerHours", "48",
                "needsKeptDays", "14",
                "privacyClause", privacyClause,
                "revision", "0"));
    }

    /** The form of an event that is there already. */
    static EventForm of(Event event) {
        var closesAt = event.registrationClosesAt();
        var wholeDay =
                closesAt != null && OfficeTime.wallClock(closesAt).toLocalTime().equals(LocalTime.MIDNIGHT);
        var fields = new HashMap<String, String>();
        fields.put("kind", event.kind().name());
        fields.put("edition", event.edition() == null ? "" : event.edition().toString());
        fields.put("title", event.title());
        fields.put("summary", event.summary());
        fields.put("description", event.description());
        fields.put("organiser", event.organiser());
        fields.put("venue", event.venue());
        fields.put("onLocalLaw", Boolean.toString(event.onLocalLaw()));
        fields.put("forBothSectors", Boolean.toString(event.forBothSectors()));
        fields.put("forCompetence", Boolean.toString(event.forCompetence()));
        fields.put("opensOn", TypedMoment.dayOf(event.registrationOpensAt()));
        fields.put("opensTime", TypedMoment.timeOf(event.registrationOpensAt()));
        fields.put("closesOn", TypedMoment.dayOf(closesAt != null && wholeDay ? closesAt.minusNanos(1) : closesAt));
        fields.put("closesTime", wholeDay ? "" : TypedMoment.timeOf(closesAt));
        fields.put("peoplePerRegistration", Integer.toString(event.peoplePerRegistration()));
        fields.put("holdMinutes", Integer.toString(event.holdMinutes()));
        fields.put("offerHours", Integer.toString(event.offerHours()));
        fields.put("needsKeptDays", Integer.toString(event.needsKeptDays()));
        fields.put("travelRefund", Boolean.toString(event.travelRefund()));
        fields.put("privacyClause", event.privacyClause());
        fields.put("terms", event.terms());
        fields.put("contactName", event.contactName());
        fields.put("contactEmail", event.contactEmail());
        fields.put("contactPhone", event.contactPhone());
        fields.put(
                "consultation",
                event.consultationId() == null ? "" : event.consultationId().toString());
        fields.put("revision", Integer.toString(event.revision()));
        return new EventForm(fields);
    }

    /** What stands in a field, empty when it was not sent. */
    public String at(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether a box is ticked. */
    public boolean ticked(String field) {
        return isTicked(fields.get(field));
    }

    /**
     * What the form states.
     *
     * @param consultations keys that may be chosen
     */
    EventEntry read(Set<Long> consultations) {
        var opens = TypedMoment.of("opensOn", at("opensOn"), "opensTime", at("opensTime"), LocalTime.MIDNIGHT);
        var closes = closes();
        var kind = Arrays.stream(EventKind.values())
                .filter(each -> each.name().equals(at("kind")))
                .findFirst();
        var linked = number(at("consultation"));
        return new EventEntry(
                kind.orElse(EventKind.OTHER),
                Typed.line(at("edition")).isEmpty() ? null : number(at("edition")),
                Typed.line(at("title")),
                Typed.text(at("summary")),
                Typed.text(at("description")),
                Typed.line(at("organiser")),
                Typed.line(at("venue")),
                ticked("onLocalLaw"),
                ticked("forBothSectors"),
                ticked("forCompetence"),
                Typed.line(at("contactName")),
                Typed.line(at("contactEmail")),
                Typed.line(at("contactPhone")),
                opens.moment(),
                closes.moment(),
                number(at("peoplePerRegistration")),
                number(at("holdMinutes")),
                number(at("offerHours")),
                number(at("needsKeptDays")),
                ticked("travelRefund"),
                Typed.text(at("privacyClause")),
                Typed.text(at("terms")),
                linked > 0 ? Long.valueOf(linked) : null,
                FormErrors.none()
                        .unless(kind.isPresent(), "kind", "forms.choose")
                        .unless(linked <= 0 || consultations.contains((long) linked), "consultation", "forms.choose")
                        .and(opens.errors())
                        .and(closes.errors()));
    }

    private TypedMoment closes() {
        var typed = TypedMoment.of("closesOn", at("closesOn"), "closesTime", at("closesTime"), LocalTime.MIDNIGHT);
        var moment = typed.moment();
        return moment == null || !Typed.line(at("closesTime")).isEmpty()
                ? typed
                : new TypedMoment(OfficeTime.endOf(OfficeTime.day(moment)), typed.errors());
    }

    /** The revision that the form was filled in on. */
    int revisionNumber() {
        return number(at("revision"));
    }

    /** This form, to be sent once more on top of what somebody else saved. */
    EventForm over(Event saved) {
        var again = new HashMap<>(fields);
        again.put("revision", Integer.toString(saved.revision()));
        return new EventForm(again);
    }

    /** Fields in which this differs from what is saved. */
    List<Difference> against(EventForm saved) {
        var found = new ArrayList<Difference>();
        differs(found, saved, "title", "title");
        Difference.of(found, "events.form.kind", saved.at("kind"), at("kind"), "events.kind.");
        differs(found, saved, "edition", "edition");
        differs(found, saved, "summary", "summary");
        differs(found, saved, "description", "description");
        differs(found, saved, "organiser", "organiser");
        differs(found, saved, "venue", "venue");
        for (var box : List.of("onLocalLaw", "forBothSectors", "forCompetence")) {
            Difference.ofBox(found, "events.form." + box, saved.at(box), at(box));
        }
        for (var moment : List.of("opens", "closes")) {
            Difference.of(found, "events.form." + moment + "On", saved.moment(moment), moment(moment));
        }
        differs(found, saved, "people", "peoplePerRegistration");
        differs(found, saved, "hold", "holdMinutes");
        differs(found, saved, "offer", "offerHours");
        differs(found, saved, "needsKept", "needsKeptDays");
        Difference.ofBox(found, "events.form.travelRefund", saved.at("travelRefund"), at("travelRefund"));
        differs(found, saved, "privacy", "privacyClause");
        differs(found, saved, "terms", "terms");
        differs(found, saved, "contactName", "contactName");
        differs(found, saved, "contactEmail", "contactEmail");
        differs(found, saved, "contactPhone", "contactPhone");
        differs(found, saved, "consultation", "consultation");
        return found;
    }

    private void differs(List<Difference> found, EventForm saved, String label, String field) {
        Difference.of(found, "events.form." + label, saved.at(field), at(field));
    }

    private String moment(String name) {
        return both(at(name + "On"), at(name + "Time"));
    }

    static String both(@Nullable String day, @Nullable String time) {
        return (Typed.line(day) + " " + Typed.line(time)).strip();
    }

    /** A number as typed, -1 for what is none. */
    static int number(@Nullable String typed) {
        var digits = Typed.line(typed);
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    static boolean isTicked(@Nullable String box) {
        return "true".equals(box);
    }
}
