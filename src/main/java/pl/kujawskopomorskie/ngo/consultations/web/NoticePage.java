package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Arrays;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Department;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.ConsultationKind;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form of a notice.
 *
 * @param slug of the consultation, or empty for a new one
 * @param form as typed
 * @param errors in it
 * @param kinds to choose from
 * @param departments to choose from
 * @param shortest days that remarks are collected for at least
 * @param channels to choose from; the portal's own form is not a matter of choice
 */
record NoticePage(
        String slug,
        NoticeForm form,
        FormErrors errors,
        List<Choice> kinds,
        List<Choice> departments,
        int shortest,
        List<Choice> channels) {

    static NoticePage of(String slug, NoticeForm form, FormErrors errors, List<Department> departments, int shortest) {
        return new NoticePage(
                slug,
                form,
                errors,
                Arrays.stream(ConsultationKind.values())
                        .map(kind -> Choice.keyed(kind.name(), "consultations.kind." + kind.name()))
                        .toList(),
                departments.stream()
                        .map(department -> Choice.named(Long.toString(department.key()), department.name()))
                        .toList(),
                shortest,
                Arrays.stream(Channel.values())
                        .filter(channel -> channel != Channel.FORM)
                        .map(channel -> Choice.keyed(channel.name(), "consultations.channel." + channel.name()))
                        .toList());
    }
}
