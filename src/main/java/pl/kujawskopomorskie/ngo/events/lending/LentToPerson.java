package pl.kujawskopomorskie.ngo.events.lending;

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
 * What lending keeps of a person: the requests of their account. Of one who is forgotten, their own requests to come are taken back,
 * and those of an organisation stay, without the person. Who has things out is known by name until they are back and the time of
 * keeping is over: the office must be able to ask for them (article 17(3)(e) GDPR).
 */
@JdbcRepository(dialect = Dialect.MYSQL)
@Order(-100)
abstract class LentToPerson implements GenericRepository<Lending, Long>, PersonalData {

    private static final String OUT = "EXISTS (SELECT 1 FROM lending_item i WHERE i.lending_id = lending.id"
            + " AND i.taken_at IS NOT NULL AND i.returned_at IS NULL)";

    private final LentItems items;
    private final Clock clock;

    LentToPerson(LentItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "lending";
    }

    @Override
    public Object exported(long personId) {
        var rows = rows(personId);
        var things = items.words(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> {
                    Map<String, Object> words = new LinkedHashMap<>();
                    words.put("things", things.getOrDefault(row.id(), ""));
                    words.put("startsAt", row.startsAt().toString());
                    words.put("endsAt", row.endsAt().toString());
                    words.put("name", row.name());
                    words.put("email", row.email());
                    words.put("phone", row.phone());
                    words.put("organisation", row.organisationName());
                    words.put("purpose", row.purpose());
                    words.put("people", row.people());
                    words.put("askedAt", row.askedAt().toString());
                    words.put("accepted", row.accepted() == null ? "" : row.accepted());
                    words.put("reason", row.reason());
                    return words;
                })
                .toList();
    }

    @Override
    public void erase(long personId) {
        withdrawOwn(personId, OfficeTime.now(clock));
        forget(personId);
        part(personId);
    }

    @Query(
            "SELECT l.id, l.starts_at, l.ends_at, l.name, l.email, l.phone, l.organisation_name, l.purpose, l.people, l.asked_at,"
                    + " l.accepted, l.reason FROM lending l WHERE l.person_id = :personId ORDER BY l.id")
    abstract List<Row> rows(long personId);

    @Query("UPDATE lending SET withdrawn_at = :now WHERE person_id = :personId AND organisation_id IS NULL"
            + " AND (accepted IS NULL OR accepted = TRUE) AND withdrawn_at IS NULL AND cancelled_at IS NULL"
            + " AND ends_at > :now AND NOT " + OUT)
    abstract void withdrawOwn(long personId, Instant now);

    @Query("UPDATE lending SET name = '', email = '', phone = '', purpose = '', reason = '',"
            + " organisation_name = CASE WHEN organisation_id IS NULL THEN '' ELSE organisation_name END"
            + " WHERE person_id = :personId AND NOT " + OUT)
    abstract void forget(long personId);

    @Query("UPDATE lending SET person_id = NULL WHERE person_id = :personId")
    abstract void part(long personId);

    /** One request of the person. */
    @Introspected
    record Row(
            long id,
            Instant startsAt,
            Instant endsAt,
            String name,
            String email,
            String phone,
            String organisationName,
            String purpose,
            int people,
            Instant askedAt,
            @Nullable Boolean accepted,
            String reason) {}
}
