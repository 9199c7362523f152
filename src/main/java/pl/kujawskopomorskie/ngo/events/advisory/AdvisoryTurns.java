package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;

/**
 * Turns in which addresses book. What an address has booked is counted while its turn is held, so two bookings of one address never
 * count side by side; the same goes for an account. A turn is shared by a sixteenth of all addresses and names none of them.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AdvisoryTurns extends GenericRepository<AdvisoryBooking, Long> {

    /** How many turns there are. */
    int TURNS = 16;

    /** Takes a turn until the end of the transaction; before any slot. */
    @Query("SELECT id FROM advisory_turn WHERE id = :turn FOR UPDATE")
    int take(int turn);

    /** The turn of an account. */
    static int of(Actor actor) {
        return Math.floorMod(Long.hashCode(actor.personId()), TURNS);
    }

    /** The turn of an address. */
    static int of(EmailAddress address) {
        return Math.floorMod(address.key().hashCode(), TURNS);
    }
}
