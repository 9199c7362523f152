package pl.kujawskopomorskie.ngo.consultations;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.Voice;

/**
 * In whose name a remark is made, and how it came. Everything that asks "who" of a remark asks here, whether the name is
 * a person's or an organisation's.
 *
 * @param personId who made it on the portal, or null for what the office entered
 * @param organisationId in whose name the person made it, or null for the person's own
 * @param name of the person, organisation or council
 * @param named whether everybody may read the name: a person said so, or it is no person's
 * @param channel how the remark came
 * @param enteredBy the clerk who entered it, or null for what was made on the portal
 */
public record RemarkAuthor(
        @Nullable Long personId,
        @Nullable Long organisationId,
        String name,
        boolean named,
        Channel channel,
        @Nullable Long enteredBy) {

    /** A person who writes on the portal, under the name of the account. */
    public static RemarkAuthor onThePortal(Actor actor, boolean consents) {
        return new RemarkAuthor(actor.personId(), null, actor.displayName(), consents, Channel.FORM, null);
    }

    /** A person who writes on the portal for an organisation, whose name is everybody's to know. */
    public static RemarkAuthor onThePortal(Actor actor, Voice voice) {
        return new RemarkAuthor(actor.personId(), voice.organisationId(), voice.name(), true, Channel.FORM, null);
    }

    /** Somebody whose remark reached the office another way. */
    static RemarkAuthor throughTheOffice(Actor clerk, Channel channel, String name, boolean named) {
        if (channel == Channel.FORM) {
            throw new IllegalArgumentException("What is made on the portal is entered by its author");
        }
        return new RemarkAuthor(null, null, name, named, channel, clerk.personId());
    }

    /** The author that a row names. */
    static RemarkAuthor of(Remark remark) {
        return new RemarkAuthor(
                remark.authorId(),
                remark.organisationId(),
                remark.authorName(),
                remark.authorConsents(),
                remark.channel(),
                remark.enteredBy());
    }

    /** Whether both are in the same name; for an organisation it does not matter which of its people writes. */
    boolean isTheSameAs(RemarkAuthor other) {
        return organisationId == null ? equals(other) : organisationId.equals(other.organisationId);
    }

    /** The name as everybody may read it; nothing for a person who did not agree to be named. */
    public Optional<String> publicName() {
        return named && !name.isEmpty() ? Optional.of(name) : Optional.empty();
    }
}
