package pl.kujawskopomorskie.ngo.events;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a team is cross-sector: while members of at least two sectors are in it at the same time. Two who followed one another are
 * not together.
 */
public final class CrossSector {

    private CrossSector() {}

    /** Which sectors are in the team on a day. */
    public static Set<Sector> on(LocalDate day, Collection<Seat> seats) {
        var sectors = EnumSet.noneOf(Sector.class);
        for (var seat : seats) {
            if (seat.holdsOn(day)) {
                sectors.add(seat.sector());
            }
        }
        return sectors;
    }

    /** Whether there is a day, from one to another, on which two sectors are in the team. */
    public static boolean within(LocalDate first, LocalDate last, Collection<Seat> seats) {
        // Sectors only come in on the first day of somebody, so no other day need be looked at.
        return Stream.concat(Stream.of(first), seats.stream().map(Seat::from))
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .anyMatch(day -> on(day, seats).size() > 1);
    }

    /**
     * The time of a member.
     *
     * @param sector whom they come from
     * @param from first day
     * @param to last day, or null while nobody knows one
     */
    public record Seat(
            Sector sector, LocalDate from, @Nullable LocalDate to) {

        /** Whether they are a member on a day. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }
}
