package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.Session;
import pl.kujawskopomorskie.ngo.events.Sessions;

/**
 * Compares what certificates say with what is noted now: a phone may have sent its scans after somebody asked for theirs, and what was
 * noted by mistake may have been taken back.
 */
@Singleton
public class ComparingCertificates {

    private final Sessions sessions;
    private final Participants participants;
    private final Certificates certificates;
    private final CertificateSessions certificateSessions;

    ComparingCertificates(
            Sessions sessions,
            Participants participants,
            Certificates certificates,
            CertificateSessions certificateSessions) {
        this.sessions = sessions;
        this.participants = participants;
        this.certificates = certificates;
        this.certificateSessions = certificateSessions;
    }

    /** One certificate beside what is noted of its person now. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Compared of(Certificate certificate) {
        return compared(
                certificate,
                certificateSessions.of(List.of(certificate.key())),
                now(certificate).orElse(null));
    }

    /** Those of an event that hold and say something else than is noted. As many queries for ten as for a thousand. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Compared> differing(Event event) {
        var standing = certificates.standing(event.key());
        if (standing.isEmpty()) {
            return List.of();
        }
        var named = certificateSessions.standing(event.key()).stream()
                .collect(Collectors.groupingBy(CertificateSession::certificateId));
        var programme = sessions.of(event.key());
        var doors = Set.copyOf(participants.keptDoors(event.key()));
        var attendees = byPerson(participants.allNotedAttendees(event.key()));
        var walkIns = byPerson(participants.allNotedWalkIns(event.key()));
        var booked = byPerson(participants.allBooked(event.key()));
        return standing.stream()
                .map(row -> {
                    var attendeeId = row.attendeeId();
                    var noted = attendeeId != null
                            ? attendees.getOrDefault(attendeeId, List.of())
                            : walkIns.getOrDefault(Objects.requireNonNull(row.walkInId()), List.of());
                    return compared(
                            row,
                            named.getOrDefault(row.key(), List.of()),
                            part(
                                    programme,
                                    doors,
                                    noted,
                                    attendeeId == null ? List.of() : booked.getOrDefault(attendeeId, List.of())));
                })
                .filter(compared -> !compared.same())
                .toList();
    }

    /** In what the person of a certificate took part, as far as it is noted now; nothing when all of it was taken back. */
    Optional<PartTaken> now(Certificate certificate) {
        var attendeeId = certificate.attendeeId();
        var noted = attendeeId != null
                ? participants.notedAttendees(List.of(attendeeId))
                : participants.notedWalkIns(List.of(Objects.requireNonNull(certificate.walkInId())));
        return Optional.ofNullable(part(
                sessions.of(certificate.eventId()),
                Set.copyOf(participants.keptDoors(certificate.eventId())),
                noted,
                attendeeId == null ? List.of() : participants.booked(List.of(attendeeId))));
    }

    private static @Nullable PartTaken part(
            List<Session> programme, Set<Long> doors, List<Participants.Noted> noted, List<Participants.Noted> booked) {
        return noted.isEmpty() ? null : PartTaken.of(programme, doors, noted, booked);
    }

    private static Compared compared(Certificate certificate, List<CertificateSession> named, @Nullable PartTaken now) {
        return new Compared(
                certificate,
                now != null,
                now != null && now.isSaidBy(certificate, named),
                now == null
                        ? List.of()
                        : now.sessions().stream()
                                .map(in -> new Now(in.session().title(), in.mode()))
                                .toList(),
                now == null ? 0 : now.minutes());
    }

    private static Map<Long, List<Participants.Noted>> byPerson(List<Participants.Noted> rows) {
        return rows.stream().collect(Collectors.groupingBy(Participants.Noted::personId));
    }

    /**
     * A certificate beside what is noted.
     *
     * @param certificate itself
     * @param there whether it is still noted that its person was there
     * @param same whether it says what is noted
     * @param sessions in which they took part as is noted now, in the order of time
     * @param minutes how long those were
     */
    public record Compared(Certificate certificate, boolean there, boolean same, List<Now> sessions, int minutes) {

        public Compared {
            sessions = List.copyOf(sessions);
        }

        /** Whole hours of what they took part in. */
        public int hours() {
            return minutes / 60;
        }

        /** Minutes beside the whole hours. */
        public int rest() {
            return minutes % 60;
        }
    }

    /**
     * A session in which somebody took part.
     *
     * @param title of it
     * @param mode in the room or by the stream
     */
    public record Now(String title, Mode mode) {}
}
