package pl.kujawskopomorskie.ngo.events;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Order;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.PersonalData;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * What events keep of a person: the registrations of their account. Of one who is forgotten, places in what is still to come go to
 * those who wait, and what is over stays as a number: without names, address, answers and needs. The names of others whom they
 * registered for an organisation are that organisation's and stay. It is asked before the account itself, by whose name the person is
 * known among them.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
@Order(-100)
abstract class RegistrationsOfPerson implements GenericRepository<Registration, Long>, PersonalData {

    private final EndingRegistration ending;
    private final Clock clock;

    RegistrationsOfPerson(EndingRegistration ending, Clock clock) {
        this.ending = ending;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "events";
    }

    @Override
    public Object exported(long personId) {
        var people = people(personId).stream().collect(Collectors.groupingBy(Named::registrationId));
        var needs = needs(personId).stream()
                .collect(Collectors.groupingBy(
                        Needed::attendeeId, Collectors.mapping(Needed::words, Collectors.joining("; "))));
        var places = places(personId).stream().collect(Collectors.groupingBy(Placed::registrationId));
        var presences = presences(personId).stream().collect(Collectors.groupingBy(Present::registrationId));
        var answers = answers(personId).stream().collect(Collectors.groupingBy(Answered::registrationId));
        return rows(personId).stream()
                .map(row -> {
                    Map<String, Object> words = new LinkedHashMap<>();
                    words.put("event", row.slug());
                    words.put("organisation", row.organisationName());
                    words.put("email", row.email());
                    words.put("phone", row.phone());
                    words.put("travelRefund", row.travelRefund());
                    words.put("registeredAt", row.createdAt().toString());
                    words.put("confirmedAt", text(row.confirmedAt()));
                    words.put("endedAt", text(row.endedAt()));
                    words.put(
                            "people",
                            people.getOrDefault(row.id(), List.of()).stream()
                                    .map(person ->
                                            Map.of("name", person.name(), "needs", needs.getOrDefault(person.id(), "")))
                                    .toList());
                    words.put(
                            "places",
                            places.getOrDefault(row.id(), List.of()).stream()
                                    .map(place -> Map.of(
                                            "name",
                                            place.name(),
                                            "session",
                                            place.title(),
                                            "mode",
                                            place.mode(),
                                            "state",
                                            place.state()))
                                    .toList());
                    words.put(
                            "attendance",
                            presences.getOrDefault(row.id(), List.of()).stream()
                                    .map(one -> Map.of(
                                            "name",
                                            one.name(),
                                            "session",
                                            one.title(),
                                            "mode",
                                            one.mode(),
                                            "how",
                                            one.how(),
                                            "cameAt",
                                            one.cameAt().toString()))
                                    .toList());
                    words.put(
                            "answers",
                            answers.getOrDefault(row.id(), List.of()).stream()
                                    .map(answer -> Map.of("question", answer.label(), "answer", answer.answer()))
                                    .toList());
                    return words;
                })
                .toList();
    }

    @Override
    public void erase(long personId) {
        ownToCome(personId, OfficeTime.now(clock)).forEach(ending::forget);
        deleteNeeds(personId);
        deleteAnswers(personId);
        takeNamesAway(personId);
        takeAddressAway(personId);
    }

    @Query(
            "SELECT r.id, e.slug, r.organisation_name, r.email, r.phone, r.travel_refund, r.created_at, r.confirmed_at,"
                    + " r.ended_at FROM registration r JOIN event e ON e.id = r.event_id WHERE r.person_id = :personId ORDER BY r.id")
    abstract List<Row> rows(long personId);

    @Query("SELECT a.id, a.registration_id, a.name FROM attendee a JOIN registration r ON r.id = a.registration_id"
            + " WHERE r.person_id = :personId ORDER BY a.registration_id, a.position")
    abstract List<Named> people(long personId);

    @Query("SELECT n.attendee_id, TRIM(CONCAT(n.need, ' ', n.note)) AS words FROM attendee_need n"
            + " JOIN attendee a ON a.id = n.attendee_id JOIN registration r ON r.id = a.registration_id"
            + " WHERE r.person_id = :personId ORDER BY n.attendee_id, n.need")
    abstract List<Needed> needs(long personId);

    @Query(
            "SELECT a.registration_id, a.name, s.title, b.mode, b.state FROM booking b JOIN attendee a ON a.id = b.attendee_id"
                    + " JOIN registration r ON r.id = a.registration_id JOIN event_session s ON s.id = b.session_id"
                    + " WHERE r.person_id = :personId ORDER BY b.id")
    abstract List<Placed> places(long personId);

    @Query(
            "SELECT a.registration_id, a.name, COALESCE(s.title, '') AS title, t.mode, t.how, t.came_at FROM attendance t"
                    + " JOIN attendee a ON a.id = t.attendee_id JOIN registration r ON r.id = a.registration_id"
                    + " LEFT JOIN event_session s ON s.id = t.session_id"
                    + " WHERE r.person_id = :personId AND t.withdrawn_at IS NULL ORDER BY t.id")
    abstract List<Present> presences(long personId);

    @Query("SELECT n.registration_id, q.label, n.answer FROM registration_answer n"
            + " JOIN registration r ON r.id = n.registration_id JOIN event_question q ON q.id = n.question_id"
            + " WHERE r.person_id = :personId ORDER BY n.registration_id, q.position")
    abstract List<Answered> answers(long personId);

    // In the order of events, as everybody locks them.
    @Query(
            "SELECT r.id FROM registration r WHERE r.person_id = :personId AND r.organisation_id IS NULL AND r.ended_at IS NULL"
                    + " AND EXISTS (SELECT 1 FROM event_session s WHERE s.event_id = r.event_id AND s.ends_at > :now)"
                    + " ORDER BY r.event_id, r.id")
    abstract List<Long> ownToCome(long personId, Instant now);

    @Query("DELETE n FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id"
            + " JOIN registration r ON r.id = a.registration_id JOIN person p ON p.id = r.person_id"
            + " WHERE p.id = :personId AND (r.organisation_id IS NULL OR a.name = p.display_name)")
    abstract void deleteNeeds(long personId);

    @Query("DELETE n FROM registration_answer n JOIN registration r ON r.id = n.registration_id"
            + " WHERE r.person_id = :personId AND r.organisation_id IS NULL")
    abstract void deleteAnswers(long personId);

    @Query("UPDATE attendee a JOIN registration r ON r.id = a.registration_id JOIN person p ON p.id = r.person_id"
            + " SET a.name = '' WHERE p.id = :personId AND (r.organisation_id IS NULL OR a.name = p.display_name)")
    abstract void takeNamesAway(long personId);

    // One address registers once for an event, so what takes its place differs from registration to registration.
    @Query("UPDATE registration SET email = '', email_key = CONCAT('erased ', id), phone = '', token_hash = NULL,"
            + " revision = revision + 1,"
            + " organisation_name = CASE WHEN organisation_id IS NULL THEN '' ELSE organisation_name END"
            + " WHERE person_id = :personId")
    abstract void takeAddressAway(long personId);

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    /** One registration of the person. */
    @Introspected
    record Row(
            long id,
            String slug,
            String organisationName,
            String email,
            String phone,
            boolean travelRefund,
            Instant createdAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant endedAt) {}

    /** One who comes with it. */
    @Introspected
    record Named(long id, long registrationId, String name) {}

    /** What somebody needs, in words. */
    @Introspected
    record Needed(long attendeeId, String words) {}

    /** A place that somebody has, had or waits for. */
    @Introspected
    record Placed(long registrationId, String name, String title, String mode, String state) {}

    /** That somebody was there. */
    @Introspected
    record Present(long registrationId, String name, String title, String mode, String how, Instant cameAt) {}

    /** What was answered. */
    @Introspected
    record Answered(long registrationId, String label, String answer) {}
}
