package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.OfficeRemarks;

/**
 * What a batch is about to do, before it is done.
 *
 * @param overview of the consultation
 * @param action path of the form under the list's
 * @param rows the remarks it is done to
 * @param leftOut remarks that were chosen and are not among them
 * @param department key of the department, or empty
 * @param departmentName its name, or empty
 * @param over how many further remarks match, more than can be done at once
 * @param changed whether a remark has changed since the reader was shown it
 * @param query of the list from which the reader came
 */
record BatchPage(
        ConsultationOverview overview,
        String action,
        List<OfficeListPage.Row> rows,
        int leftOut,
        String department,
        String departmentName,
        int over,
        boolean changed,
        OfficeQuery query) {

    static BatchPage of(
            ConsultationOverview overview,
            String action,
            List<OfficeRemarks.Line> lines,
            int leftOut,
            String department,
            String departmentName,
            int over,
            boolean changed,
            OfficeQuery query) {
        return new BatchPage(
                overview,
                action,
                lines.stream()
                        .map(line -> OfficeListPage.Row.of(overview, line))
                        .toList(),
                leftOut,
                department,
                departmentName,
                over,
                changed,
                query);
    }
}
