package pl.kujawskopomorskie.ngo.events.visits.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.visits.KeepingVisits;
import pl.kujawskopomorskie.ngo.events.visits.VisitCatalogue;
import pl.kujawskopomorskie.ngo.events.visits.VisitEntry;
import pl.kujawskopomorskie.ngo.events.visits.VisitPerson;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk types of a visit.
 *
 * @param find sent by the button that looks for the organisation in the directory instead of saving
 * @param people one in a line: the name, a comma, the department
 */
@Introspected
@Serdeable
record VisitForm(
        @Nullable String organisationName,
        @Nullable String organisation,
        @Nullable String find,
        @Nullable String visitedOn,
        @Nullable String purpose,
        @Nullable String task,
        @Nullable String commissioned,
        @Nullable String people,
        @Nullable String summary,
        @Nullable String notes,
        @Nullable String shown,
        @Nullable String formToken,
        @Nullable String revision) {

    static VisitForm fresh() {
        return new VisitForm("", "", null, "", "", "", "", "", "", "", "true", KeepingVisits.newFormToken(), "0");
    }

    static VisitForm of(VisitCatalogue.Whole whole) {
        var visit = whole.visit();
        return new VisitForm(
                visit.organisationName(),
                whole.organisation() == null ? "" : whole.organisation(),
                null,
                visit.visitedOn().toString(),
                visit.purpose(),
                visit.task(),
                Boolean.toString(visit.commissioned()),
                whole.people().stream()
                        .map(person -> person.name() + ", " + person.department())
                        .collect(Collectors.joining("\n")),
                visit.summary(),
                visit.notes(),
                Boolean.toString(visit.shown()),
                "",
                Integer.toString(visit.revision()));
    }

    boolean looks() {
        return find != null;
    }

    /** A day that cannot be read. */
    FormErrors mistyped() {
        return FormErrors.none().unless(Typed.isDayOrNothing(visitedOn), "visitedOn", "forms.date.wrong");
    }

    VisitEntry entry() {
        return new VisitEntry(
                Typed.line(organisationName),
                chosen(),
                Typed.day(visitedOn),
                Typed.line(purpose),
                Typed.text(task),
                "true".equals(commissioned),
                readPeople(),
                Typed.text(summary),
                Typed.text(notes),
                "true".equals(shown));
    }

    /** Slug of the organisation that was chosen, or empty. */
    String chosen() {
        return Typed.line(organisation);
    }

    String token() {
        return Typed.line(formToken);
    }

    int revisionNumber() {
        return Typed.number(revision);
    }

    /** This form, to be sent once more on top of what somebody else saved. */
    VisitForm over(int savedRevision) {
        return new VisitForm(
                organisationName,
                organisation,
                null,
                visitedOn,
                purpose,
                task,
                commissioned,
                people,
                summary,
                notes,
                shown,
                formToken,
                Integer.toString(savedRevision));
    }

    /** Fields in which this differs from what is saved. */
    List<Difference> against(VisitForm saved) {
        var found = new ArrayList<Difference>();
        Difference.of(found, "events.visit.organisation", saved.organisationName, organisationName);
        Difference.of(found, "events.organisation.chosen", saved.organisation, organisation);
        Difference.of(found, "events.visit.day", saved.visitedOn, visitedOn);
        Difference.of(found, "events.visit.purpose", saved.purpose, purpose);
        Difference.of(found, "events.visit.task", saved.task, task);
        Difference.ofBox(found, "events.visit.commissioned", saved.commissioned, commissioned);
        Difference.of(found, "events.visit.people", saved.people, people);
        Difference.of(found, "events.visit.summary", saved.summary, summary);
        Difference.of(found, "events.visit.notes", saved.notes, notes);
        Difference.ofBox(found, "events.visit.shown", saved.shown, shown);
        return found;
    }

    // A comma parts the name from the department, whose own name may have more of them.
    private List<VisitPerson> readPeople() {
        return Typed.text(people)
                .lines()
                .map(Typed::line)
                .filter(line -> !line.isEmpty())
                .map(line -> {
                    var comma = line.indexOf(',');
                    return comma < 0
                            ? new VisitPerson(line, "")
                            : new VisitPerson(
                                    line.substring(0, comma).strip(),
                                    line.substring(comma + 1).strip());
                })
                .toList();
    }
}
