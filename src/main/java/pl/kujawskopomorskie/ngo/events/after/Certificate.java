package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Transient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody took part in an event, frozen when it was first asked for.
 *
 * @param id key of the row, null before it is saved
 * @param eventId in which event
 * @param attendeeId who, if they had registered
 * @param walkInId who, if they had not
 * @param year of its number
 * @param code of its number
 * @param name of the person; empty when it was deleted
 * @param eventTitle as it was announced
 * @param organiser who held it, possibly empty
 * @param venue where, possibly empty
 * @param startsAt when the event began
 * @param endsAt when it ended
 * @param participation in the room, by the stream or both
 * @param minutes how long what they took part in was; 0 where nobody noted sessions
 * @param issuedAt when
 * @param issuedBy the clerk who asked for it, or null
 * @param replaces the one in whose place it is, or null
 * @param reason why it replaces another, possibly empty
 * @param replacedAt when another took its place, or null
 * @param revokedAt when it ceased to hold, or null
 * @param revokedBy by whom
 * @param revokeReason why, or null
 * @param forgottenAt when the name was deleted because the time of keeping was over, or null
 */
@MappedEntity("certificate")
public record Certificate(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        @Nullable Long attendeeId,
        @Nullable Long walkInId,
        int year,
        String code,
        String name,
        String eventTitle,
        String organiser,
        String venue,
        Instant startsAt,
        Instant endsAt,
        Participation participation,
        int minutes,
        Instant issuedAt,
        @Nullable Long issuedBy,
        @Nullable Long replaces,
        String reason,
        @Nullable Instant replacedAt,
        @Nullable Instant revokedAt,
        @Nullable Long revokedBy,
        @Nullable String revokeReason,
        @Nullable Instant forgottenAt) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The certificate has not been saved");
        }
        return id;
    }

    /** Its number. */
    @Transient
    public CertificateNumber number() {
        return new CertificateNumber(year, code);
    }

    /** Whole hours of what they took part in. */
    @Transient
    public int hours() {
        return minutes / 60;
    }

    /** Minutes beside the whole hours. */
    @Transient
    public int rest() {
        return minutes % 60;
    }

    /** Whether it holds. */
    @Transient
    public State state() {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return replacedAt != null ? State.REPLACED : State.VALID;
    }

    /** Whether a certificate holds. */
    public enum State {
        /** It does. */
        VALID,
        /** Another one holds in its place. */
        REPLACED,
        /** It never should have been issued. */
        REVOKED
    }
}
