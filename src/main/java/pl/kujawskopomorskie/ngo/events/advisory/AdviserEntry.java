package pl.kujawskopomorskie.ngo.events.advisory;

import java.util.Set;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of an adviser.
 *
 * @param name as shown
 * @param subjects at least one
 * @param bio a few sentences, possibly none
 * @param place where they sit, possibly empty
 * @param account address of their account, or empty
 * @param active whether they advise
 */
public record AdviserEntry(
        String name, Set<AdviceSubject> subjects, String bio, String place, String account, boolean active) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_BIO = 2000;
    private static final int LONGEST_PLACE = 300;

    public AdviserEntry {
        subjects = Set.copyOf(subjects);
    }

    FormErrors check() {
        return FormErrors.none()
                .unless(!name.isEmpty(), "name", "advisory.adviser.name.missing")
                .unless(Typed.length(name) <= LONGEST_NAME, "name", "forms.tooLong", LONGEST_NAME)
                .unless(!subjects.isEmpty(), "subject-GDPR", "advisory.adviser.subjects.missing")
                .unless(Typed.length(bio) <= LONGEST_BIO, "bio", "forms.tooLong", LONGEST_BIO)
                .unless(Typed.length(place) <= LONGEST_PLACE, "place", "forms.tooLong", LONGEST_PLACE);
    }
}
