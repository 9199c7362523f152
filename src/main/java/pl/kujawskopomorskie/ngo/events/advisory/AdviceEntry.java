package pl.kujawskopomorskie.ngo.events.advisory;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of advice that was given.
 *
 * @param formToken made with the form
 * @param adviserId key of the adviser, 0 for none
 * @param givenOn the day, or null for none
 * @param subject what it was about, or null for none
 * @param way how, or null for none
 * @param hours as typed: 1,5 or 1.5
 * @param organisation to whom, possibly empty
 * @param note possibly empty
 */
public record AdviceEntry(
        String formToken,
        long adviserId,
        @Nullable LocalDate givenOn,
        @Nullable AdviceSubject subject,
        @Nullable AdviceWay way,
        String hours,
        String organisation,
        String note) {

    private static final int LONGEST_ORGANISATION = 300;
    private static final int LONGEST_NOTE = 1000;
    private static final int MOST_QUARTERS = 48;

    /** The hours as quarters, or 0 for what is no number of them. */
    int quarters() {
        var typed = hours.replace(',', '.');
        if (!typed.matches("[0-9]{1,2}([.][0-9]{1,2})?")) {
            return 0;
        }
        try {
            return new BigDecimal(typed).multiply(BigDecimal.valueOf(4)).intValueExact();
        } catch (ArithmeticException e) {
            return 0;
        }
    }

    /** What is wrong with it, in the order of the form. */
    FormErrors check(LocalDate today) {
        return FormErrors.none()
                .unless(adviserId > 0, "adviser", "advisory.slots.adviser.missing")
                .unless(givenOn != null, "givenOn", "advisory.advice.day.wrong")
                .unless(givenOn == null || !givenOn.isAfter(today), "givenOn", "advisory.advice.future")
                .and(checkTalk())
                .unless(way != null, "way", "forms.choose")
                .unless(
                        Typed.length(organisation) <= LONGEST_ORGANISATION,
                        "organisation",
                        "forms.tooLong",
                        LONGEST_ORGANISATION)
                .and(checkNote());
    }

    /** What is wrong with that part that is stated of a slot too. */
    FormErrors checkDone() {
        return checkTalk().and(checkNote());
    }

    private FormErrors checkTalk() {
        return FormErrors.none()
                .unless(quarters() > 0 && quarters() <= MOST_QUARTERS, "hours", "advisory.advice.hours.wrong")
                .unless(subject != null, "subject", "advisory.book.subject.missing");
    }

    private FormErrors checkNote() {
        return FormErrors.none().unless(Typed.length(note) <= LONGEST_NOTE, "note", "forms.tooLong", LONGEST_NOTE);
    }
}
