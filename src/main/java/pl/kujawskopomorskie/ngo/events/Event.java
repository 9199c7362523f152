package pl.kujawskopomorskie.ngo.events;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event, as its row keeps it. Its state is not here, see {@link EventState}; nor are its beginning and end, which are those
 * of its sessions.
 *
 * @param id key of the row, null before it is saved
 * @param slug its public name in addresses; never changes
 * @param kind what it is
 * @param edition its number, XXIII of "XXIII Forum", or null
 * @param title as announced
 * @param summary one or two sentences
 * @param description what to know of it; blank lines part paragraphs
 * @param organiser who holds it, in words
 * @param venue where, possibly empty when it is only online
 * @param onLocalLaw counted by the programme as being about the making of local law
 * @param forBothSectors counted as being for organisations and officials together
 * @param forCompetence counted as raising the competence of organisations
 * @param contactName whom to ask
 * @param contactEmail where to ask
 * @param contactPhone where to ring, possibly empty
 * @param registrationOpensAt first moment at which people register; null when nobody has to
 * @param registrationClosesAt first moment at which they cannot any more
 * @param peoplePerRegistration how many people one registration takes at most, 1 to 50
 * @param holdMinutes how long places wait for the link in the mail of somebody without an account, 5 to 10 080
 * @param offerHours how long a place that became free waits for the one to whom it is offered, 1 to 336
 * @param needsKeptDays days after the end when needs and diets are deleted, 1 to 365
 * @param travelRefund whether people can ask for the cost of travel
 * @param privacyClause what is told of personal data to who registers
 * @param terms what who registers agrees to, possibly empty
 * @param seriesOf key of the first event of a series, or null
 * @param consultationId the consultation whose meeting it is, or null
 * @param publishedAt when it was announced
 * @param cancelledAt when it was cancelled
 * @param cancelReason public reason for that
 * @param calendarSequence of iCalendar; rises with each change that a calendar must learn of
 * @param createdAt when a clerk began it
 * @param createdBy that clerk
 * @param changedAt when it was last changed
 * @param revision counts changes, so that two clerks never overwrite each other unseen
 */
@MappedEntity("event")
public record Event(
        @Id @GeneratedValue @Nullable Long id,
        String slug,
        EventKind kind,
        @Nullable Integer edition,
        String title,
        String summary,
        String description,
        String organiser,
        String venue,
        boolean onLocalLaw,
        boolean forBothSectors,
        boolean forCompetence,
        String contactName,
        String contactEmail,
        String contactPhone,
        @Nullable Instant registrationOpensAt,
        @Nullable Instant registrationClosesAt,
        int peoplePerRegistration,
        int holdMinutes,
        int offerHours,
        int needsKeptDays,
        boolean travelRefund,
        String privacyClause,
        String terms,
        @Nullable Long seriesOf,
        @Nullable Long consultationId,
        @Nullable Instant publishedAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        int calendarSequence,
        Instant createdAt,
        @Nullable Long createdBy,
        Instant changedAt,
        @Version int revision) {

    /** The key of an event that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Event " + slug + " has not been saved");
        }
        return id;
    }

    /** Whether people register for it at the moment: announced, not cancelled, within the term of registration. */
    public boolean takesRegistrationsAt(Instant moment) {
        return publishedAt != null
                && cancelledAt == null
                && registrationOpensAt != null
                && registrationClosesAt != null
                && !moment.isBefore(registrationOpensAt)
                && moment.isBefore(registrationClosesAt);
    }
}
