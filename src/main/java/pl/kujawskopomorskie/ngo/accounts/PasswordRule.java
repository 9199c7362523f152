package pl.kujawskopomorskie.ngo.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a password must be: long enough, and nothing that is guessed early on (NIST SP 800-63B, 5.1.1.2). No digits or signs
 * are asked for; they make passwords harder to remember, not to guess.
 */
@Singleton
final class PasswordRule {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    // Estimates grow with the square of the length and say nothing new after this.
    private static final int ESTIMATED = 64;
    private static final double GUESSES = 1e8;

    private static final List<String> GUESSED_IN_POLAND = List.of(
            "haslo",
            "hasło",
            "zaq12wsx",
            "polska",
            "kochamcie",
            "misiek",
            "mateusz",
            "bartek",
            "kasia",
            "agnieszka",
            "karolina",
            "marcin",
            "lukasz",
            "michal",
            "monika",
            "natalia",
            "dupadupa",
            "komputer",
            "lol123",
            "samsung",
            "qwerty",
            "toruń",
            "torun",
            "bydgoszcz",
            "wloclawek",
            "grudziadz",
            "inowroclaw",
            "kujawsko",
            "pomorskie",
            "kujawy",
            "pomorze",
            "pozarządówka",
            "pozarzadowka",
            "sejmik",
            "marszałek",
            "marszalek",
            "urzad",
            "fundacja",
            "stowarzyszenie",
            "konsultacje",
            "demo");

    private final Zxcvbn estimate = new Zxcvbn();

    /** What is wrong with the password of a person, to be shown at the field. */
    FormErrors check(String field, String password, EmailAddress address, String displayName) {
        return FormErrors.none()
                .unless(!password.isEmpty(), field, "accounts.password.missing")
                .unless(Typed.length(password) >= SHORTEST, field, "accounts.password.short", SHORTEST)
                .unless(Typed.length(password) <= LONGEST, field, "forms.tooLong", LONGEST)
                .unless(!isOwn(password, address, displayName), field, "accounts.password.own")
                .unless(isHardToGuess(password, address, displayName), field, "accounts.password.guessed");
    }

    private static boolean isOwn(String password, EmailAddress address, String displayName) {
        var lower = password.toLowerCase(Locale.ROOT);
        return lower.contains(address.key())
                || lower.equals(displayName.toLowerCase(Locale.ROOT))
                || lower.strip().chars().distinct().count() < 4;
    }

    private boolean isHardToGuess(String password, EmailAddress address, String displayName) {
        var known = new ArrayList<>(GUESSED_IN_POLAND);
        known.add(address.key());
        known.addAll(List.of(address.key().split("[@._+-]", -1)));
        known.addAll(List.of(displayName.toLowerCase(Locale.ROOT).split(" ", -1)));
        known.removeIf(String::isBlank);
        var start = password.length() <= ESTIMATED ? password : password.substring(0, ESTIMATED);
        return estimate.measure(start, known).getGuesses() >= GUESSES;
    }
}
