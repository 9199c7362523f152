package pl.kujawskopomorskie.ngo.events.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.MailAudience;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.WritingToParticipants;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * A mail to the people of an event, as typed.
 *
 * @param formToken made with the form
 * @param audience name of a {@link MailAudience}
 * @param session key of a session, or empty
 * @param mode name of a {@link Mode}, or empty
 * @param subject as typed
 * @param body as typed
 * @param expected to how many the clerk read that it goes
 * @param step what the pressed button asks for
 */
@Introspected
@Serdeable
record MailForm(
        @Nullable String formToken,
        @Nullable String audience,
        @Nullable String session,
        @Nullable String mode,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String expected,
        @Nullable String step) {

    static MailForm fresh() {
        return new MailForm(UUID.randomUUID().toString(), MailAudience.REGISTERED.name(), "", "", "", "", "", "");
    }

    /** What it states; what no button or list of the page sends counts as not sent. */
    WritingToParticipants.Draft draft() {
        return new WritingToParticipants.Draft(
                token(),
                Arrays.stream(MailAudience.values())
                        .filter(one -> one.name().equals(audience))
                        .findFirst()
                        .orElse(MailAudience.REGISTERED),
                session == null || session.isEmpty()
                        ? null
                        : (session.matches("[0-9]{1,18}") ? Long.valueOf(session) : Long.valueOf(0)),
                Arrays.stream(Mode.values())
                        .filter(one -> one.name().equals(mode))
                        .findFirst()
                        .orElse(null),
                Typed.line(subject),
                Typed.text(body));
    }

    int count() {
        return expected != null && expected.matches("[0-9]{1,9}") ? Integer.parseInt(expected) : -1;
    }

    boolean asks(String button) {
        return button.equals(step);
    }

    private String token() {
        return formToken != null && formToken.matches("[0-9a-f-]{36}")
                ? formToken
                : UUID.randomUUID().toString();
    }
}
