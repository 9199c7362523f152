package pl.kujawskopomorskie.ngo.events.advisory;

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
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.PersonalData;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * What advisory keeps of a person: the bookings of their account. Of one who is forgotten, slots to come are free again, and what is
 * over stays as a number, without a name, an address or a question. What was booked for an organisation stays that organisation's,
 * without the person.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
@Order(-100)
abstract class AdvisoryOfPerson implements GenericRepository<AdvisoryBooking, Long>, PersonalData {

    private final EndingAdvice ending;
    private final Clock clock;

    AdvisoryOfPerson(EndingAdvice ending, Clock clock) {
        this.ending = ending;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "advisory";
    }

    @Override
    public Object exported(long personId) {
        return rows(personId).stream()
                .map(row -> {
                    Map<String, Object> words = new LinkedHashMap<>();
                    words.put("adviser", row.adviser());
                    words.put("startsAt", row.startsAt().toString());
                    words.put("endsAt", row.endsAt().toString());
                    words.put("name", row.name());
                    words.put("email", row.email());
                    words.put("phone", row.phone());
                    words.put("organisation", row.organisationName());
                    words.put("subject", row.subject());
                    words.put("question", row.question());
                    words.put("bookedAt", row.createdAt().toString());
                    words.put("confirmedAt", text(row.confirmedAt()));
                    words.put("endedAt", text(row.endedAt()));
                    words.put("endReason", row.endReason());
                    words.put("note", row.note() == null ? "" : row.note());
                    return words;
                })
                .toList();
    }

    @Override
    public void erase(long personId) {
        toCome(personId, OfficeTime.now(clock)).forEach(ending::forget);
        forgetNotes(personId);
        forgetBookings(personId);
        forgetAdviser(personId);
    }

    @Query("SELECT a.name AS adviser, s.starts_at, s.ends_at, b.name, b.email, b.phone, b.organisation_name, b.subject,"
            + " b.question, b.created_at, b.confirmed_at, b.ended_at, b.end_reason, d.note FROM advisory_booking b"
            + " LEFT JOIN advice d ON d.booking_id = b.id"
            + " JOIN advisory_slot s ON s.id = b.slot_id JOIN adviser a ON a.id = s.adviser_id"
            + " WHERE b.person_id = :personId ORDER BY b.id")
    abstract List<Row> rows(long personId);

    // In the order of slots, as everybody locks them.
    @Query("SELECT b.id FROM advisory_booking b JOIN advisory_slot s ON s.id = b.slot_id"
            + " WHERE b.person_id = :personId AND b.ended_at IS NULL AND s.starts_at > :now ORDER BY b.slot_id")
    abstract List<Long> toCome(long personId, Instant now);

    @Query(
            "UPDATE advice d JOIN advisory_booking b ON b.id = d.booking_id SET d.note = '', d.revision = d.revision + 1,"
                    + " d.organisation_name = CASE WHEN d.organisation_id IS NULL THEN '' ELSE d.organisation_name END"
                    + " WHERE b.person_id = :personId")
    abstract void forgetNotes(long personId);

    @Query("UPDATE advisory_booking SET name = '', email = '', email_key = CONCAT('erased ', id), phone = '',"
            + " question = '', end_reason = '', token_hash = NULL, person_id = NULL,"
            + " organisation_name = CASE WHEN organisation_id IS NULL THEN '' ELSE organisation_name END"
            + " WHERE person_id = :personId")
    abstract void forgetBookings(long personId);

    // An adviser without an account is an adviser still: the office keeps their name as that of its own people.
    @Query("UPDATE adviser SET person_id = NULL, revision = revision + 1 WHERE person_id = :personId")
    abstract void forgetAdviser(long personId);

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    /** One booking of the person. */
    @Introspected
    record Row(
            String adviser,
            Instant startsAt,
            Instant endsAt,
            String name,
            String email,
            String phone,
            String organisationName,
            String subject,
            String question,
            Instant createdAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant endedAt,
            String endReason,
            @Nullable String note) {}
}
