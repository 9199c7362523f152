package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who asked to speak for an organisation, speaks for it, or once did.
 *
 * @param id key of the row
 * @param organisationId for which
 * @param personId who
 * @param kind what it lets the person do
 * @param basis on what grounds
 * @param statement in the person's words
 * @param fileId the power of attorney, if one was sent
 * @param askedAt when
 * @param askedBy who asked: the person, or the representative who added an editor
 * @param decidedAt when the office decided, or when an editor was added
 * @param decidedBy who decided
 * @param accepted the decision, null while it waits
 * @param reason of the decision
 * @param endedAt when it ended; what was done before stays done
 * @param endedBy who ended it
 * @param revision counts changes
 */
@MappedEntity("representation")
public record Representation(
        @Id @GeneratedValue @Nullable Long id,
        long organisationId,
        long personId,
        Kind kind,
        Basis basis,
        String statement,
        @Nullable Long fileId,
        Instant askedAt,
        @Nullable Long askedBy,
        @Nullable Instant decidedAt,
        @Nullable Long decidedBy,
        @Nullable Boolean accepted,
        String reason,
        @Nullable Instant endedAt,
        @Nullable Long endedBy,
        @Version int revision) {

    /** What a person may do for an organisation. */
    public enum Kind {
        /** Everything: submits in its name, changes its data, adds and removes editors. */
        REPRESENTATIVE,
        /** Writes drafts in its name and changes its data. */
        EDITOR
    }

    /** On what grounds a person speaks for an organisation. */
    public enum Basis {
        /** As a member of the body that represents it by its statute. */
        STATUTORY,
        POWER_OF_ATTORNEY,
        /** Added by a representative of it. */
        ADDED
    }

    /** Whether it gives rights now. */
    public boolean holds() {
        return Boolean.TRUE.equals(accepted) && endedAt == null;
    }

    /** Whether the office has yet to decide. */
    public boolean waits() {
        return accepted == null;
    }

    /** How the audit log names it: whose right, without personal data. */
    public String reference() {
        return "representation " + key() + ", person " + personId;
    }

    /** The key of a representation that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The representation has not been saved");
        }
        return id;
    }
}
