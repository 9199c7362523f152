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
 * @param registrationId to the address of which registration, or null
 * @param walkInId to whom, if they had not registered
 * @param mailedAt when
 */
@MappedEntity("after_mail")
record AfterMail(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        Kind kind,
        @Nullable Long registrationId,
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
