package pl.kujawskopomorskie.ngo.events.lending;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * Somebody asks to borrow a room, equipment or both for one term.
 *
 * @param id key of the row, null before it is saved
 * @param formToken made with the form, so that a form sent twice is one request
 * @param personId who asked; null of one who was forgotten
 * @param organisationId of the directory, when it was asked for one
 * @param organisationName as typed, or of the directory; possibly empty
 * @param name who asked; empty of one who was forgotten
 * @param email where its mails go; empty of one who was forgotten
 * @param phone possibly empty
 * @param language of its mails, as a tag
 * @param purpose what for
 * @param people how many come
 * @param startsAt when the term begins
 * @param endsAt when it ends
 * @param askedAt when it was sent
 * @param decidedAt when the office decided
 * @param decidedBy who did
 * @param accepted what was decided
 * @param withdrawnAt when who asked took it back
 * @param cancelledAt when the office cancelled it
 * @param cancelledBy who did
 * @param reason why it was refused or cancelled
 */
@MappedEntity("lending")
public record Lending(
        @Id @GeneratedValue @Nullable Long id,
        String formToken,
        @Nullable Long personId,
        @Nullable Long organisationId,
        String organisationName,
        String name,
        String email,
        String phone,
        String language,
        String purpose,
        int people,
        Instant startsAt,
        Instant endsAt,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable Long decidedBy,
        @Nullable Boolean accepted,
        @Nullable Instant withdrawnAt,
        @Nullable Instant cancelledAt,
        @Nullable Long cancelledBy,
        String reason) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The request has not been saved");
        }
        return id;
    }

    /** How it stands. */
    public LendingState state() {
        return LendingState.of(accepted, withdrawnAt != null, cancelledAt != null);
    }

    /** The language of its mails. */
    public Language mailLanguage() {
        return Language.ofTag(language).orElse(Language.POLISH);
    }
}
