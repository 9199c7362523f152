package pl.kujawskopomorskie.ngo.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * An event as lists and its page show it.
 *
 * @param event its row
 * @param sessions its programme, in the order of time
 * @param now the moment at which all this is so
 */
public record EventOverview(Event event, List<ProgrammeSession> sessions, Instant now) {

    /** When its first session begins, or null while it has none. */
    public @Nullable Instant startsAt() {
        return sessions.isEmpty() ? null : sessions.getFirst().startsAt();
    }

    /** When its last session ends, or null while it has none. */
    public @Nullable Instant endsAt() {
        return sessions.stream()
                .map(ProgrammeSession::endsAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Where it is in its life. */
    public EventState state() {
        return EventState.of(event, endsAt(), now);
    }

    /** What somebody who thinks of coming has to know first. */
    public EventStanding standing() {
        return switch (state()) {
            case DRAFTED -> EventStanding.DRAFTED;
            case PUBLISHED ->
                event.registrationOpensAt() == null ? EventStanding.OPEN_TO_ALL : EventStanding.OPENS_LATER;
            case REGISTRATION_OPEN ->
                freeOnSite() + freeOnline() > 0 || !bookable() ? EventStanding.OPEN : EventStanding.FULL;
            case REGISTRATION_CLOSED -> EventStanding.CLOSED;
            case HELD -> EventStanding.HELD;
            case CANCELLED -> EventStanding.CANCELLED;
        };
    }

    /** Whether there is any session with places. */
    public boolean bookable() {
        return sessions.stream().anyMatch(ProgrammeSession::bookable);
    }

    /** Whether one can come. */
    public boolean onSite() {
        return bookable()
                ? sessions.stream().anyMatch(session -> session.placesOnSite() > 0)
                : !event.venue().isEmpty();
    }

    /** Whether one can watch. */
    public boolean online() {
        return sessions.stream().anyMatch(session -> session.placesOnline() > 0);
    }

    /** How many more people can come, each to something. */
    public int freeOnSite() {
        return most(ProgrammeSession::freeOnSite);
    }

    /** How many more people can watch something. */
    public int freeOnline() {
        return most(ProgrammeSession::freeOnline);
    }

    /** Whether how many are free depends on the part: then nobody can be promised the most of them. */
    public boolean uneven() {
        return uneven(ProgrammeSession::placesOnSite, ProgrammeSession::freeOnSite)
                || uneven(ProgrammeSession::placesOnline, ProgrammeSession::freeOnline);
    }

    private boolean uneven(ToIntFunction<ProgrammeSession> places, ToIntFunction<ProgrammeSession> free) {
        return sessions.stream()
                        .filter(session -> places.applyAsInt(session) > 0)
                        .mapToInt(free)
                        .distinct()
                        .count()
                > 1;
    }

    /** Days left until the last day of registration: 0 on that day itself, and when it is over or there is none. */
    public long daysLeft() {
        var closesAt = event.registrationClosesAt();
        return closesAt == null || !now.isBefore(closesAt)
                ? 0
                : ChronoUnit.DAYS.between(OfficeTime.day(now), OfficeTime.day(closesAt.minusNanos(1)));
    }

    /** Days until it begins: 0 on that day itself and later. */
    public long daysUntil() {
        var startsAt = startsAt();
        return startsAt == null
                ? 0
                : Math.max(0, ChronoUnit.DAYS.between(OfficeTime.day(now), OfficeTime.day(startsAt)));
    }

    // Sessions that begin together are for different people; the same people can go to those that follow each other.
    private int most(ToIntFunction<ProgrammeSession> places) {
        return sessions.stream()
                .collect(Collectors.groupingBy(ProgrammeSession::startsAt, Collectors.summingInt(places)))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
