package pl.kujawskopomorskie.ngo.events.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk states of a visit; see {@link Visit} for what each means.
 *
 * @param organisationName as typed; empty takes the name from the directory
 * @param organisation slug of the one in the directory, or empty
 * @param visitedOn the day, or null when none was typed
 * @param purpose what for
 * @param task the public task, in words
 * @param commissioned whether the office had commissioned it
 * @param people who went, in order
 * @param summary short report for everybody
 * @param notes of the office alone
 * @param shown whether everybody may know of it
 */
public record VisitEntry(
        String organisationName,
        String organisation,
        @Nullable LocalDate visitedOn,
        String purpose,
        String task,
        boolean commissioned,
        List<VisitPerson> people,
        String summary,
        String notes,
        boolean shown) {

    private static final int MOST_PEOPLE = 30;
    private static final int LONGEST_TEXT = 10_000;

    public VisitEntry {
        people = List.copyOf(people);
    }

    /**
     * What is wrong with it, in the order of the form.
     *
     * @param saved who went as it is saved: of whom only the department is kept, nobody can name any more
     */
    FormErrors check(List<VisitPerson> saved) {
        return FormErrors.none()
                .unless(
                        !(organisationName.isEmpty() && organisation.isEmpty()),
                        "organisationName",
                        "events.visit.organisation.missing")
                .unless(Typed.length(organisationName) <= 300, "organisationName", "forms.tooLong", 300)
                .unless(visitedOn != null, "visitedOn", "events.visit.day.missing")
                .unless(!purpose.isEmpty(), "purpose", "events.visit.purpose.missing")
                .unless(Typed.length(purpose) <= 500, "purpose", "forms.tooLong", 500)
                .unless(Typed.length(task) <= 1_000, "task", "forms.tooLong", 1_000)
                .unless(!commissioned || !task.isEmpty(), "task", "events.visit.task.missing")
                .unless(people.size() <= MOST_PEOPLE, "people", "events.visit.people.tooMany", MOST_PEOPLE)
                .unless(
                        people.stream()
                                .allMatch(person -> saved.contains(person)
                                        || !person.name().isEmpty()
                                                && !person.department().isEmpty()),
                        "people",
                        "events.visit.people.wrong")
                .unless(
                        people.stream()
                                .allMatch(person ->
                                        Typed.length(person.name()) <= 200 && Typed.length(person.department()) <= 200),
                        "people",
                        "events.visit.people.long")
                .unless(Typed.length(summary) <= LONGEST_TEXT, "summary", "forms.tooLong", LONGEST_TEXT)
                .unless(Typed.length(notes) <= LONGEST_TEXT, "notes", "forms.tooLong", LONGEST_TEXT);
    }

    /** The visit that this makes: a new one, or the old one changed. */
    Visit of(
            @Nullable Visit old,
            String slug,
            String formToken,
            @Nullable Long organisationId,
            String name,
            long personId,
            Instant now) {
        return new Visit(
                old == null ? null : old.id(),
                slug,
                formToken,
                organisationId,
                name,
                Objects.requireNonNull(visitedOn),
                purpose,
                task,
                commissioned,
                summary,
                notes,
                shown,
                old == null ? null : old.madeAt(),
                null,
                null,
                old == null ? now : old.createdAt(),
                old == null ? Long.valueOf(personId) : old.createdBy(),
                now,
                old == null ? 0 : old.revision());
    }

    /** Names of the fields in which two differ, for the audit log. */
    static List<String> changed(Visit old, Visit changed, List<VisitPerson> oldPeople, List<VisitPerson> people) {
        var fields = new ArrayList<String>();
        note(fields, "ORGANISATION", old.organisationId(), changed.organisationId());
        note(fields, "ORGANISATION_NAME", old.organisationName(), changed.organisationName());
        note(fields, "VISITED_ON", old.visitedOn(), changed.visitedOn());
        note(fields, "PURPOSE", old.purpose(), changed.purpose());
        note(fields, "TASK", old.task(), changed.task());
        note(fields, "COMMISSIONED", old.commissioned(), changed.commissioned());
        note(fields, "PEOPLE", oldPeople, people);
        note(fields, "SUMMARY", old.summary(), changed.summary());
        note(fields, "NOTES", old.notes(), changed.notes());
        note(fields, "SHOWN", old.shown(), changed.shown());
        return fields;
    }

    private static void note(List<String> fields, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(name);
        }
    }
}
