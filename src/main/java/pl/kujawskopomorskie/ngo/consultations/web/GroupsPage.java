package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.RemarkGroups;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Groups of like remarks, and what could be one.
 *
 * @param overview of the consultation
 * @param lots remarks that a clerk chose, or that look alike
 * @param more how many further lots look alike
 * @param uncompared how many remarks were not compared yet
 * @param chosen whether a clerk chose them
 * @param over how many more match than can be grouped at once
 * @param groups that there are
 * @param mayChange whether the reader may group now
 * @param name as typed
 * @param errors in the form
 */
record GroupsPage(
        ConsultationOverview overview,
        List<Lot> lots,
        int more,
        int uncompared,
        boolean chosen,
        int over,
        List<RemarkGroups.Summary> groups,
        boolean mayChange,
        String name,
        FormErrors errors) {

    /**
     * Remarks that could be a group.
     *
     * @param rows of them
     * @param more how many further ones are alike
     */
    record Lot(List<OfficeListPage.Row> rows, int more) {}
}
