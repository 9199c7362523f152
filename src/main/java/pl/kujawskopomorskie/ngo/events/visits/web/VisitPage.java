package pl.kujawskopomorskie.ngo.events.visits.web;

import java.util.LinkedHashMap;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.visits.VisitCatalogue.Whole;
import pl.kujawskopomorskie.ngo.events.visits.VisitPerson;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A visit, for everybody or for the office. Of who went, everybody gets the departments alone.
 *
 * @param whole the visit
 * @param departments of those who went, with how many of each
 * @param summary by paragraphs
 * @param mayKeep whether the reader may change it
 * @param cancelReason as typed
 * @param discardReason as typed
 * @param errors in what was typed
 */
record VisitPage(
        Whole whole,
        List<Department> departments,
        List<String> summary,
        boolean mayKeep,
        String cancelReason,
        String discardReason,
        FormErrors errors) {

    static VisitPage of(Whole whole) {
        return of(whole, false, "", "", FormErrors.none());
    }

    static VisitPage of(Whole whole, boolean mayKeep, String cancelReason, String discardReason, FormErrors errors) {
        return new VisitPage(
                whole,
                departments(whole.people()),
                whole.visit().summary().lines().filter(line -> !line.isBlank()).toList(),
                mayKeep,
                cancelReason,
                discardReason,
                errors);
    }

    private static List<Department> departments(List<VisitPerson> people) {
        var counts = new LinkedHashMap<String, Integer>();
        people.forEach(person -> counts.merge(person.department(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Department(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * A department of those who went.
     *
     * @param name of it
     * @param people how many
     */
    record Department(String name, int people) {}
}
