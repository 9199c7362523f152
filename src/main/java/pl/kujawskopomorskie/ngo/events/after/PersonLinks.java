package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import pl.kujawskopomorskie.ngo.shared.mail.LinkTokens;

/**
 * The links of those who were at an event: each person has one of their own, which leads to their certificate, the survey and what
 * is kept for them, and to nothing else, so that who registered five people can pass on five links. It follows from the key and the
 * portal's secret; the database keeps its hash, from the first time that it is handed out.
 */
@Singleton
public class PersonLinks {

    private final LinkTokens tokens;
    private final JdbcOperations jdbc;

    PersonLinks(@Property(name = LinkTokens.SECRET) String secret, JdbcOperations jdbc) {
        this.tokens = new LinkTokens(secret, "links after an event");
        this.jdbc = jdbc;
    }

    /** The path of one person's link, before it is handed out. */
    String path(Participant person) {
        return "/po-wydarzeniu/" + tokens.of(person.identity());
    }

    /** Makes links known that are about to be handed out; known ones stay as they are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void know(Collection<Participant> people) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.prepareStatement(
                "INSERT INTO event_person_link (token_hash, attendee_id, walk_in_id) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE token_hash = token_hash",
                statement -> {
                    for (var person : people) {
                        statement.setBytes(1, LinkTokens.hash(tokens.of(person.identity())));
                        statement.setObject(2, person.attendeeId());
                        statement.setObject(3, person.walkInId());
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
    }

    /** What the database keeps of a token. */
    static byte[] hash(String token) {
        return LinkTokens.hash(token);
    }
}
