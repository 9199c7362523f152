package pl.kujawskopomorskie.ngo.events.visits.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.directory.OrganisationChoices.Offer;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.Difference;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of a visit.
 *
 * @param slug of the visit, or empty for a new one
 * @param form as typed
 * @param offer of organisations of the directory
 * @param errors in what was typed
 * @param differences from what somebody else saved meanwhile
 */
record VisitFormPage(String slug, VisitForm form, Offer offer, FormErrors errors, List<Difference> differences) {

    VisitFormPage against(List<Difference> found) {
        return new VisitFormPage(slug, form, offer, errors, found);
    }

    public List<Choice> organisations() {
        return offer.choices("events.organisation.none");
    }

    /** Where it is sent. */
    public String action() {
        return slug.isEmpty() ? VisitDeskController.VISITS : VisitDeskController.VISITS + "/" + slug + "/dane";
    }

    /** Where to go without saving. */
    public String back() {
        return slug.isEmpty() ? VisitDeskController.VISITS : VisitDeskController.VISITS + "/" + slug;
    }
}
