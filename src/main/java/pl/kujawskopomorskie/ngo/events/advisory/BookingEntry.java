package pl.kujawskopomorskie.ngo.events.advisory;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What somebody states who books a slot.
 *
 * @param formToken made with the form: what is sent with the same token is the same booking
 * @param subject or null when none was chosen
 * @param question what it is about, in words
 * @param name who comes
 * @param email where the mails go
 * @param phone needed when the adviser is to call
 * @param organisation as typed, possibly empty
 * @param privacyRead whether the privacy clause was accepted
 */
public record BookingEntry(
        String formToken,
        @Nullable AdviceSubject subject,
        String question,
        String name,
        String email,
        String phone,
        String organisation,
        boolean privacyRead) {

    /** Most characters of the question. */
    public static final int LONGEST_QUESTION = 2000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_ORGANISATION = 300;

    FormErrors check(AdviceWay way) {
        return FormErrors.none()
                .unless(subject != null, "subject", "advisory.book.subject.missing")
                .unless(!question.isEmpty(), "question", "advisory.book.question.missing")
                .unless(Typed.length(question) <= LONGEST_QUESTION, "question", "forms.tooLong", LONGEST_QUESTION)
                .unless(!name.isEmpty(), "name", "events.register.name.missing")
                .unless(Typed.length(name) <= LONGEST_NAME, "name", "forms.tooLong", LONGEST_NAME)
                .unless(EmailAddress.of(email).isPresent(), "email", "accounts.email.wrong")
                .unless(way != AdviceWay.PHONE || !phone.isEmpty(), "phone", "advisory.book.phone.missing")
                .unless(Typed.length(phone) <= LONGEST_PHONE, "phone", "forms.tooLong", LONGEST_PHONE)
                .unless(phone.matches("[0-9+() .-]*"), "phone", "advisory.book.phone.wrong")
                .unless(
                        Typed.length(organisation) <= LONGEST_ORGANISATION,
                        "organisation",
                        "forms.tooLong",
                        LONGEST_ORGANISATION)
                .unless(privacyRead, "privacyRead", "events.register.privacy.missing");
    }
}
