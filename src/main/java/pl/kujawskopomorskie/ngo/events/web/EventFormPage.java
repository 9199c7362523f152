package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.events.LinkedConsultations.Linked;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of an event.
 *
 * @param slug of the event, or empty for a new one
 * @param form as typed
 * @param errors in it
 * @param differences from what somebody else saved meanwhile
 * @param consultations to choose from
 */
record EventFormPage(
        String slug, EventForm form, FormErrors errors, List<Difference> differences, List<Choice> consultations) {

    static EventFormPage of(String slug, EventForm form, List<Linked> linked) {
        return new EventFormPage(
                slug,
                form,
                FormErrors.none(),
                List.of(),
                linked.stream()
                        .map(each -> Choice.named(Long.toString(each.id()), each.title()))
                        .toList());
    }

    EventFormPage with(FormErrors wrong) {
        return new EventFormPage(slug, form, wrong, differences, consultations);
    }

    EventFormPage against(List<Difference> found) {
        return new EventFormPage(slug, form, errors, found, consultations);
    }

    Set<Long> consultationKeys() {
        return consultations.stream()
                .map(choice -> Long.valueOf(choice.value()))
                .collect(Collectors.toSet());
    }

    public List<Choice> kinds() {
        return EventListPage.kindChoices();
    }

    /** Where it is sent. */
    public String action() {
        return slug.isEmpty() ? DeskAnswers.EVENTS : DeskAnswers.EVENTS + "/" + slug + "/dane";
    }

    /** Where to go without saving. */
    public String back() {
        return slug.isEmpty() ? DeskAnswers.EVENTS : DeskAnswers.EVENTS + "/" + slug;
    }
}
