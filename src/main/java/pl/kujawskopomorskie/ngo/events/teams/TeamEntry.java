package pl.kujawskopomorskie.ngo.events.teams;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of a team; see {@link Team} for what each means.
 *
 * @param name of the team
 * @param purpose what it is for
 * @param activeFrom its first day, or null when none was typed
 * @param activeTo its last day, or null
 * @param actName by which it was founded
 * @param actNumber of that act
 * @param actDate of that act, or null
 * @param actLink to that act
 */
public record TeamEntry(
        String name,
        String purpose,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeTo,
        String actName,
        String actNumber,
        @Nullable LocalDate actDate,
        String actLink) {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_PURPOSE = 5_000;

    /** What is wrong with it, in the order of the form. */
    FormErrors check() {
        return FormErrors.none()
                .unless(!name.isEmpty(), "name", "events.team.name.missing")
                .unless(Typed.length(name) <= LONGEST_NAME, "name", "forms.tooLong", LONGEST_NAME)
                .unless(!purpose.isEmpty(), "purpose", "events.team.purpose.missing")
                .unless(Typed.length(purpose) <= LONGEST_PURPOSE, "purpose", "forms.tooLong", LONGEST_PURPOSE)
                .unless(activeFrom != null, "activeFrom", "events.team.activeFrom.missing")
                .unless(
                        activeFrom == null || activeTo == null || !activeTo.isBefore(activeFrom),
                        "activeTo",
                        "events.team.activeTo.wrong")
                .unless(Typed.length(actName) <= 300, "actName", "forms.tooLong", 300)
                .unless(Typed.length(actNumber) <= 100, "actNumber", "forms.tooLong", 100)
                .unless(
                        actLink.isEmpty() || actLink.matches("https?://[^\\s/]\\S{2,480}"),
                        "actLink",
                        "events.team.actLink.wrong");
    }

    Team begun(String slug, String formToken, long personId, Instant now) {
        return new Team(
                null,
                slug,
                formToken,
                name,
                purpose,
                actName,
                actNumber,
                actDate,
                actLink,
                Objects.requireNonNull(activeFrom),
                activeTo,
                now,
                personId,
                now,
                0);
    }

    Team over(Team old, Instant now) {
        return new Team(
                old.id(),
                old.slug(),
                old.formToken(),
                name,
                purpose,
                actName,
                actNumber,
                actDate,
                actLink,
                Objects.requireNonNull(activeFrom),
                activeTo,
                old.createdAt(),
                old.createdBy(),
                now,
                old.revision());
    }

    /** Names of the fields in which this differs from what is saved, for the audit log. */
    List<String> changed(Team old) {
        var fields = new ArrayList<String>();
        note(fields, "NAME", old.name(), name);
        note(fields, "PURPOSE", old.purpose(), purpose);
        note(fields, "ACTIVE_FROM", old.activeFrom(), activeFrom);
        note(fields, "ACTIVE_TO", old.activeTo(), activeTo);
        note(fields, "ACT_NAME", old.actName(), actName);
        note(fields, "ACT_NUMBER", old.actNumber(), actNumber);
        note(fields, "ACT_DATE", old.actDate(), actDate);
        note(fields, "ACT_LINK", old.actLink(), actLink);
        return fields;
    }

    static void note(List<String> fields, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(name);
        }
    }
}
