package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One remark, from its first draft on.
 *
 * @param id key of the row
 * @param consultationId where it was made
 * @param versionId the version of the draft it was made on, for good
 * @param unitId the unit it was made on, or null for the whole act
 * @param state where it is
 * @param number within the consultation, given when it is submitted
 * @param channel how it reached the office
 * @param authorId the person who made it on the portal, or null for other channels
 * @param authorName who made it
 * @param authorConsents whether the name may be shown
 * @param enteredBy the clerk who entered what came by another channel
 * @param currentWording the unit's text when the remark was made
 * @param proposedWording what the author would have there instead, possibly empty
 * @param rationale why
 * @param createdAt when it was begun
 * @param changedAt when its words were last changed
 * @param submittedAt when the office had it
 * @param withdrawnAt when its author took it back
 * @param contentHash SHA-256 over number, unit, wordings and rationale as the receipt states them
 * @param formToken made by the form, so that the same form sent twice is one remark
 * @param groupId like remarks answered together
 * @param departmentId who is to answer
 * @param revision counts changes
 * @param organisationId in whose name it is made, or null for the author's own
 * @param readyAt when an editor of the organisation left it to a representative, to be submitted
 */
@MappedEntity("remark")
public record Remark(
        @Id @GeneratedValue @Nullable Long id,
        long consultationId,
        long versionId,
        @Nullable Long unitId,
        RemarkState state,
        @Nullable Integer number,
        Channel channel,
        @Nullable Long authorId,
        String authorName,
        boolean authorConsents,
        @Nullable Long enteredBy,
        String currentWording,
        String proposedWording,
        String rationale,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant withdrawnAt,
        // Micronaut Data does not see JSpecify's annotation on an array.
        @io.micronaut.core.annotation.Nullable byte @Nullable [] contentHash,
        String formToken,
        @Nullable Long groupId,
        @Nullable Long departmentId,
        @Version int revision,
        @Nullable Long organisationId,
        @Nullable Instant readyAt) {

    /** The key of a remark that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The remark has not been saved");
        }
        return id;
    }

    /** This draft with other words, at another moment. */
    Remark rewritten(
            long onVersion,
            @Nullable Long onUnit,
            RemarkAuthor author,
            String current,
            String proposed,
            String why,
            Instant moment) {
        return with(
                new Words(onVersion, onUnit, current, proposed, why, moment),
                author,
                new Course(state, number, submittedAt, withdrawnAt, contentHash, null));
    }

    /** Whether both are on the same unit, by the same author, in the same words. */
    boolean saysTheSameAs(Remark other) {
        return versionId == other.versionId
                && Objects.equals(unitId, other.unitId)
                && RemarkAuthor.of(this).isTheSameAs(RemarkAuthor.of(other))
                && currentWording.equals(other.currentWording)
                && proposedWording.equals(other.proposedWording)
                && rationale.equals(other.rationale);
    }

    /**
     * This draft as it enters the register.
     *
     * @param author whoever submits it, under the name that holds at this moment
     * @param hash follows from {@link RemarkReceipt}
     */
    Remark submitted(int asNumber, Instant moment, byte[] hash, RemarkAuthor author) {
        return with(words(), author, new Course(RemarkState.SUBMITTED, asNumber, moment, null, hash, null));
    }

    /** This remark as its author takes it back. */
    Remark withdrawn(Instant moment) {
        return with(
                words(),
                RemarkAuthor.of(this),
                new Course(RemarkState.WITHDRAWN, number, submittedAt, moment, contentHash, readyAt));
    }

    /** This draft as an editor leaves it to a representative of the organisation. */
    Remark ready(Instant moment) {
        return with(
                words(),
                RemarkAuthor.of(this),
                new Course(state, number, submittedAt, withdrawnAt, contentHash, moment));
    }

    private Words words() {
        return new Words(versionId, unitId, currentWording, proposedWording, rationale, changedAt);
    }

    private Remark with(Words words, RemarkAuthor author, Course course) {
        return new Remark(
                id,
                consultationId,
                words.onVersion,
                words.onUnit,
                course.state,
                course.number,
                author.channel(),
                author.personId(),
                author.name(),
                author.named(),
                author.enteredBy(),
                words.current,
                words.proposed,
                words.why,
                createdAt,
                words.changedAt,
                course.submittedAt,
                course.withdrawnAt,
                course.hash,
                formToken,
                groupId,
                departmentId,
                revision,
                author.organisationId(),
                course.readyAt);
    }

    /** What a remark says, of what. */
    private record Words(
            long onVersion, @Nullable Long onUnit, String current, String proposed, String why, Instant changedAt) {}

    /** How far a remark came. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares these records
    private record Course(
            RemarkState state,
            @Nullable Integer number,
            @Nullable Instant submittedAt,
            @Nullable Instant withdrawnAt,
            // As the row has it.
            @io.micronaut.core.annotation.Nullable byte @Nullable [] hash,
            @Nullable Instant readyAt) {}
}
