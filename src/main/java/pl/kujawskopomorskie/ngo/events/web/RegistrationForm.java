package pl.kujawskopomorskie.ngo.events.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.HeldRegistration;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Need;
import pl.kujawskopomorskie.ngo.events.RegistrationCorrection;
import pl.kujawskopomorskie.ngo.events.RegistrationEntry;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors.FormError;

/**
 * The form of registration as it was typed. Fields of people, sessions and questions carry their number in their name: {@code name-1},
 * {@code need-1-DIET}, {@code session-17}, {@code answer-3}; of parallel sessions there is one field, {@code slot-17}.
 *
 * @param fields by their names
 */
record RegistrationForm(Map<String, String> fields) {

    /** Before the key of a session: the name of its field, which holds a mode. */
    static final String SESSION = "session-";

    /** Before the key of the first of parallel sessions: the name of their field, which holds one of them and a mode. */
    static final String SLOT = "slot-";

    /** Before the key of a session: the field of what a change was opened with. */
    static final String WAS = "was-";

    private static final int MOST_PEOPLE = 50;

    RegistrationForm {
        fields = Map.copyOf(fields);
    }

    /** As the browser sent it. */
    static RegistrationForm of(@Nullable Map<String, String> body) {
        return new RegistrationForm(body == null ? Map.of() : body);
    }

    /** Not filled in yet, but for what is known of the person. */
    static RegistrationForm empty(String name, String email) {
        return new RegistrationForm(
                Map.of("formToken", UUID.randomUUID().toString(), "people", "1", "name-1", name, "email", email));
    }

    /** What stands in a field, empty when it was not sent. */
    public String at(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether a box is ticked. */
    public boolean ticked(String field) {
        return !at(field).isEmpty();
    }

    /** How many people the form has room for. */
    public int people() {
        var people = at("people");
        return people.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(people), 1, MOST_PEOPLE) : 1;
    }

    /** Whether the person asked for room for one more instead of sending the form. */
    boolean asksForMore() {
        return ticked("more");
    }

    /** The same with room for one more person. */
    RegistrationForm withOneMore(int most) {
        var more = new LinkedHashMap<>(fields);
        more.put("people", String.valueOf(Math.min(people() + 1, most)));
        more.remove("more");
        return new RegistrationForm(more);
    }

    /** What is chosen of the programme, as far as it can be read. */
    Map<Long, Mode> chosen() {
        Map<Long, Mode> chosen = new LinkedHashMap<>();
        numbered(SESSION).forEach((id, value) -> mode(value).ifPresent(mode -> chosen.put(id, mode)));
        numbered(SLOT).values().stream()
                .filter(value -> value.matches("[0-9]{1,18}-[A-Z_]+"))
                .forEach(value -> {
                    var dash = value.indexOf('-');
                    mode(value.substring(dash + 1))
                            .ifPresent(mode -> chosen.put(Long.parseLong(value.substring(0, dash)), mode));
                });
        return chosen;
    }

    /** What the field of parallel sessions holds when one of them is chosen. */
    static String ofSlot(long session, Mode mode) {
        return session + "-" + mode;
    }

    /** Whether a mode of a session is what is chosen of what a person can choose one of. */
    public boolean chose(ProgrammeChoice.Slot slot, long session, Mode mode) {
        return chosen().get(session) == mode && asked(slot) == null;
    }

    /** Whether none of what a person can choose one of is chosen. */
    public boolean choseNoneOf(ProgrammeChoice.Slot slot) {
        return among(slot, chosen().keySet()).isEmpty() && asked(slot) == null;
    }

    /**
     * What the person has to be asked of what they can choose one of, or null: since the programme was changed they have several of
     * these sessions, or have not said of those that they had whether they keep them. A choice made for them would end a place.
     */
    public @Nullable FormError asked(ProgrammeChoice.Slot slot) {
        var chosen = among(slot, chosen().keySet());
        if (chosen.size() > 1) {
            return new FormError(slot.field(), "events.change.clash", List.of(titles(chosen)));
        }
        var had = among(slot, numbered(WAS).keySet());
        if (!chosen.isEmpty() || had.isEmpty() || fields.containsKey(slot.field())) {
            return null;
        }
        return new FormError(
                slot.field(),
                had.size() > 1 ? "events.change.clash" : "events.change.unanswered",
                List.of(titles(had)));
    }

    /** The questions that the form leaves open, in the order of the programme. */
    FormErrors unanswered(ProgrammeChoice programme) {
        var errors = FormErrors.none();
        for (var day : programme.days()) {
            for (var slot : day.slots()) {
                var asked = slot.bookable() ? asked(slot) : null;
                if (asked != null) {
                    errors = errors.and(asked.field(), asked.key(), asked.values());
                }
            }
        }
        return errors;
    }

    private static List<Session> among(ProgrammeChoice.Slot slot, Set<Long> sessions) {
        return slot.rows().stream()
                .map(ProgrammeChoice.Row::session)
                .filter(session -> sessions.contains(session.key()))
                .toList();
    }

    private static String titles(List<Session> sessions) {
        return sessions.stream().map(Session::title).collect(Collectors.joining("; "));
    }

    /** What the form of a change was opened with, field by field. */
    public Map<String, String> before() {
        Map<String, String> before = new LinkedHashMap<>();
        numbered(WAS).forEach((id, mode) -> before.put(WAS + id, mode));
        return before;
    }

    /** Sessions whose choice stands as the form of a change was opened with. */
    Set<Long> untouched() {
        var chosen = chosen();
        return numbered(WAS).entrySet().stream()
                .filter(was -> mode(was.getValue())
                        .filter(mode -> mode == chosen.get(was.getKey()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    RegistrationEntry entry() {
        return new RegistrationEntry(
                token(),
                at("email"),
                at("phone"),
                at("organisation"),
                persons(),
                chosen(),
                ticked("waitIfFull"),
                ticked("travelRefund"),
                numbered("answer-"),
                ticked("termsAccepted"),
                ticked("privacyRead"),
                ticked("needsConsent"));
    }

    /** What is said anew by a form of correction. */
    RegistrationCorrection correction(List<HeldRegistration.Person> people) {
        return new RegistrationCorrection(
                at("phone"),
                ticked("travelRefund"),
                people.stream()
                        .collect(Collectors.toMap(
                                HeldRegistration.Person::position, person -> needs(person.position()))),
                ticked("needsConsent"));
    }

    /** The form of correction with what is known. */
    static RegistrationForm of(HeldRegistration held) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("phone", held.registration().phone());
        fields.put("travelRefund", held.registration().travelRefund() ? "true" : "");
        for (var stated : held.needs()) {
            fields.put("need-" + stated.position() + "-" + stated.need(), "true");
            fields.put("note-" + stated.position() + "-" + stated.need(), stated.note());
        }
        return new RegistrationForm(fields);
    }

    // Whoever changes it gains nothing: it only makes what is sent twice one registration.
    private String token() {
        var token = at("formToken");
        return token.matches("[0-9a-f-]{36}") ? token : UUID.randomUUID().toString();
    }

    private List<RegistrationEntry.Person> persons() {
        var people = new ArrayList<RegistrationEntry.Person>();
        for (int position = 1; position <= people(); position++) {
            var needs = needs(position);
            // Room that was asked for and left empty is nobody, unless it is the only one.
            if (position == 1 || !at("name-" + position).isBlank() || !needs.isEmpty()) {
                people.add(new RegistrationEntry.Person(at("name-" + position), needs));
            }
        }
        return people;
    }

    private Map<Need, String> needs(int position) {
        Map<Need, String> needs = new EnumMap<>(Need.class);
        for (var need : Need.values()) {
            if (ticked("need-" + position + "-" + need)) {
                needs.put(need, need.inWords() ? at("note-" + position + "-" + need) : "");
            }
        }
        return needs;
    }

    /** What people may need. */
    public List<Need> everyNeed() {
        return Arrays.asList(Need.values());
    }

    /** Whether the person at a position needs anything. */
    public boolean needsAnything(int position) {
        return !needs(position).isEmpty();
    }

    private Map<Long, String> numbered(String prefix) {
        Map<Long, String> values = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            var number = field.substring(Math.min(prefix.length(), field.length()));
            if (field.startsWith(prefix) && number.matches("[0-9]{1,18}")) {
                values.put(Long.parseLong(number), value);
            }
        });
        return values;
    }

    private static Optional<Mode> mode(String value) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(value))
                .findFirst();
    }

    /** The positions of people, from 1. */
    public List<Integer> positions() {
        return Stream.iterate(1, position -> position + 1).limit(people()).toList();
    }
}
