package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Transient;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * One consultation of one draft, as its row keeps it. Its state is not here: see {@link ConsultationState}.
 *
 * @param id key of the row, null before it is saved
 * @param slug its public name in addresses; never changes
 * @param year with {@code number} its public number, given when it is announced
 * @param number within the year, from 1
 * @param title of the draft as the notice gives it
 * @param subject what is consulted, in one sentence
 * @param summary in plain words; blank lines part paragraphs
 * @param legalBasis of the consultation
 * @param kind what is consulted
 * @param participants who is asked, in words
 * @param channels how remarks may be sent; names of {@link Channel} parted by commas
 * @param departmentId the unit responsible
 * @param contactName whom to ask: a unit or a post rather than a person
 * @param contactEmail where to ask
 * @param contactPhone where to ring, possibly empty
 * @param opensAt first moment at which remarks are accepted
 * @param closesAt first moment at which they are not accepted any more
 * @param reportDueOn last day for the report
 * @param fourEyes whether the person who approves an answer must not be the one who drafted it
 * @param meetingAt when an open meeting is held, if one is
 * @param meetingPlace where
 * @param meetingNote what else to know of it
 * @param announcedAt when the notice was published
 * @param cancelledAt when it was cancelled
 * @param cancelReason public reason for that
 * @param actNumber number of the act that the assembly adopted in the end
 * @param actAdoptedOn day of that
 * @param actLink where the act is published
 * @param createdAt when a clerk began it
 * @param createdBy that clerk
 * @param revision counts changes, so that two clerks never overwrite each other unseen
 */
@MappedEntity("consultation")
public record Consultation(
        @Id @GeneratedValue @Nullable Long id,
        String slug,
        @Nullable Integer year,
        @Nullable Integer number,
        String title,
        String subject,
        String summary,
        String legalBasis,
        ConsultationKind kind,
        String participants,
        String channels,
        long departmentId,
        String contactName,
        String contactEmail,
        String contactPhone,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable LocalDate reportDueOn,
        boolean fourEyes,
        @Nullable Instant meetingAt,
        @Nullable String meetingPlace,
        @Nullable String meetingNote,
        @Nullable Instant announcedAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        @Nullable String actNumber,
        @Nullable LocalDate actAdoptedOn,
        @Nullable String actLink,
        Instant createdAt,
        @Nullable Long createdBy,
        @Version int revision) {

    /** The key of a consultation that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Consultation " + slug + " has not been saved");
        }
        return id;
    }

    /** Its public number, {@code K/2026/7}; empty before it is announced. */
    @Transient
    public String reference() {
        return year == null || number == null ? "" : "K/" + year + "/" + number;
    }

    /** How remarks may be sent. */
    @Transient
    public Set<Channel> channelSet() {
        return Channel.split(channels);
    }

    /** Whether remarks are accepted at the moment: announced, not cancelled, within its term. */
    public boolean acceptsRemarksAt(Instant moment) {
        return announcedAt != null
                && cancelledAt == null
                && opensAt != null
                && closesAt != null
                && !moment.isBefore(opensAt)
                && moment.isBefore(closesAt);
    }

    /** Days of a term, the first and the last counted; a day is one whether the clocks change in it or not. */
    static long days(Instant opensAt, Instant closesAt) {
        return ChronoUnit.DAYS.between(OfficeTime.day(opensAt), OfficeTime.day(closesAt.minusNanos(1))) + 1;
    }

    /** Whether its term is over at the moment and it was not cancelled. */
    public boolean closedAt(Instant moment) {
        return announcedAt != null && cancelledAt == null && closesAt != null && !moment.isBefore(closesAt);
    }
}
