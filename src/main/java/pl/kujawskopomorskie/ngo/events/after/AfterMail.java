package pl.kujawskopomorskie.ngo.events.after;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a mail went out which goes once after an event.
 *
 * @param id key of the row, null before it is saved
 * @param eventId after which event
 * @param kind what the mail was about
 * @param attendeeId whose link was in it, if they had registered
 * @param walkInId whose, if they had not
 * @param mailedAt when
 */
@MappedEntity("after_mail")
record AfterMail(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        Kind kind,
        @Nullable Long attendeeId,
        @Nullable Long walkInId,
        Instant mailedAt) {

    /** What a mail is about. */
    enum Kind {
        /** The link to the certificate, when a clerk sends it. */
        CERTIFICATE,
        /** The invitation to the survey, when it opens. */
        SURVEY
    }
}
