package pl.kujawskopomorskie.ngo.accounts;

import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** The rule for the name that a person shows. */
final class DisplayName {

    static final int LONGEST = 120;

    private DisplayName() {}

    /** What is wrong with a name that was cleaned, to be shown at the field. */
    static FormErrors check(String field, String name) {
        return FormErrors.none()
                .unless(name.codePoints().anyMatch(Character::isLetterOrDigit), field, "accounts.name.missing")
                .unless(Typed.length(name) <= LONGEST, field, "forms.tooLong", LONGEST);
    }
}
