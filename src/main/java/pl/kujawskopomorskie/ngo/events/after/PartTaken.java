package pl.kujawskopomorskie.ngo.events.after;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.SessionKind;

/**
 * In what somebody took part, as far as anybody noted it.
 *
 * <p>A session at whose own door people were noted counts for those who were noted there. The others count for those who were noted
 * at the event as a whole and have a place in them in the same mode, unless they were noted in another session at the same time: who
 * came through the door of the building did not watch a stream meanwhile, as far as anybody knows. Whoever came without a place is
 * credited with the whole programme, but only where nothing in it has to be chosen.
 *
 * @param sessions in the order of time
 * @param participation in the room, by the stream or both
 * @param minutes how long the sessions were, those at the same time counted once
 */
record PartTaken(List<In> sessions, Participation participation, int minutes) {

    PartTaken {
        sessions = List.copyOf(sessions);
    }

    /**
     * What follows from what was noted.
     *
     * @param programme of the event, in the order of time
     * @param keptDoors keys of sessions at whose own door, in the room, people were noted
     * @param noted where this person was noted, at least one
     * @param booked where they have a place
     */
    static PartTaken of(
            List<Session> programme,
            Set<Long> keptDoors,
            List<Participants.Noted> noted,
            List<Participants.Noted> booked) {
        var sessions = new ArrayList<In>();
        Mode atEvent = null;
        Participation how = null;
        for (var each : noted) {
            how = how == null ? Participation.of(each.mode()) : how.and(Participation.of(each.mode()));
            var sessionId = each.sessionId();
            if (sessionId == null) {
                atEvent = each.mode();
                continue;
            }
            programme.stream()
                    .filter(session -> session.key() == sessionId)
                    .forEach(session -> sessions.add(new In(session, each.mode())));
        }
        if (how == null) {
            throw new IllegalArgumentException("Nobody noted this person");
        }
        if (atEvent != null) {
            addAssumed(sessions, programme, keptDoors, booked, atEvent);
        }
        sessions.sort(Comparator.comparing((In in) -> in.session().startsAt())
                .thenComparing(in -> in.session().key()));
        return new PartTaken(sessions, how, minutes(sessions));
    }

    private static void addAssumed(
            List<In> sessions,
            List<Session> programme,
            Set<Long> keptDoors,
            List<Participants.Noted> booked,
            Mode mode) {
        var attended = List.copyOf(sessions);
        var places = booked.stream()
                .filter(place -> place.mode() == mode)
                .map(Participants.Noted::sessionId)
                .collect(Collectors.toSet());
        programme.stream()
                .filter(session -> places.contains(session.key()))
                .filter(session -> mode == Mode.ONLINE || !keptDoors.contains(session.key()))
                .filter(session ->
                        attended.stream().noneMatch(in -> in.session().overlaps(session)))
                .forEach(session -> sessions.add(new In(session, mode)));
        if (booked.isEmpty() && attended.isEmpty() && keptDoors.isEmpty()) {
            var all = programme.stream()
                    .filter(session -> session.kind() != SessionKind.BREAK)
                    .toList();
            var chosen = all.stream()
                    .anyMatch(one -> all.stream().anyMatch(other -> one.key() != other.key() && one.overlaps(other)));
            if (!chosen) {
                all.forEach(session -> sessions.add(new In(session, mode)));
            }
        }
    }

    /** Whether a certificate says just this. */
    boolean isSaidBy(Certificate certificate, List<CertificateSession> named) {
        return certificate.participation() == participation
                && certificate.minutes() == minutes
                && rows(certificate.key())
                        .equals(named.stream()
                                .map(row -> new CertificateSession(
                                        null,
                                        row.certificateId(),
                                        row.position(),
                                        row.title(),
                                        row.startsAt(),
                                        row.endsAt(),
                                        row.mode()))
                                .toList());
    }

    /** What a certificate names. */
    List<CertificateSession> rows(long certificateId) {
        var rows = new ArrayList<CertificateSession>();
        for (var in : sessions) {
            var session = in.session();
            rows.add(new CertificateSession(
                    null,
                    certificateId,
                    rows.size() + 1,
                    session.title(),
                    session.startsAt(),
                    session.endsAt(),
                    in.mode()));
        }
        return List.copyOf(rows);
    }

    private static int minutes(List<In> inOrder) {
        var minutes = 0L;
        var until = Instant.MIN;
        for (var in : inOrder) {
            var from = in.session().startsAt().isAfter(until) ? in.session().startsAt() : until;
            if (in.session().endsAt().isAfter(from)) {
                minutes += Duration.between(from, in.session().endsAt()).toMinutes();
                until = in.session().endsAt();
            }
        }
        return (int) minutes;
    }

    /**
     * One session.
     *
     * @param session which
     * @param mode in the room or by the stream
     */
    record In(Session session, Mode mode) {}
}
