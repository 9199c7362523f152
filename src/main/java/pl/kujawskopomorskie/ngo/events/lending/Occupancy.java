package pl.kujawskopomorskie.ngo.events.lending;

import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;

/** How many pieces are out at the busiest moment of a stretch of time. A term that ends when another begins does not meet it. */
public final class Occupancy {

    private Occupancy() {}

    /** How many pieces of a thing nobody has at any moment from one to another, never fewer than 0. */
    static int free(Resource thing, Collection<LentItems.Taken> taken, Instant from, Instant until) {
        var ofThing =
                taken.stream().filter(term -> term.resourceId() == thing.key()).toList();
        return Math.max(0, thing.pieces() - most(ofThing, from, until));
    }

    /** The most pieces that the terms have out at one moment from one to another. */
    public static int most(Collection<LentItems.Taken> taken, Instant from, Instant until) {
        var changes = new TreeMap<Instant, Integer>();
        for (var term : taken) {
            var begins = term.startsAt().isBefore(from) ? from : term.startsAt();
            var ends = term.endsAt().isAfter(until) ? until : term.endsAt();
            if (begins.isBefore(ends)) {
                changes.merge(begins, term.pieces(), Integer::sum);
                changes.merge(ends, -term.pieces(), Integer::sum);
            }
        }
        var out = 0;
        var most = 0;
        for (var change : changes.values()) {
            out += change;
            most = Math.max(most, out);
        }
        return most;
    }
}
