package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.InvitationFilter;
import pl.kujawskopomorskie.ngo.consultations.Invitations;
import pl.kujawskopomorskie.ngo.consultations.InvitingOrganisations;
import pl.kujawskopomorskie.ngo.directory.County;
import pl.kujawskopomorskie.ngo.directory.LegalForm;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Whom the office invited to a consultation, and whom it would with a filter.
 *
 * @param overview of the consultation
 * @param filter as chosen
 * @param preview who would be invited, or null when the reader may not invite now
 * @param lines of those invited, on this page
 * @param total of those invited
 * @param number of this page
 * @param errors why nobody was invited
 */
record InvitationsPage(
        ConsultationOverview overview,
        InvitationFilter filter,
        InvitingOrganisations.@Nullable Preview preview,
        List<Invitations.Line> lines,
        int total,
        int number,
        FormErrors errors) {

    static final int SIZE = 100;

    /** The counties to choose from. */
    public List<Choice> counties() {
        return County.all().stream()
                .map(county -> Choice.named(county.teryt(), county.fullName()))
                .toList();
    }

    /** The spheres to choose from. */
    public List<Choice> spheres() {
        return PublicTaskSphere.all().stream()
                .map(sphere -> Choice.named(sphere.point(), sphere.name()))
                .toList();
    }

    /** The legal forms to choose from. */
    public List<Choice> legalForms() {
        return Arrays.stream(LegalForm.values())
                .map(form -> Choice.keyed(form.name(), "directory.legalForm." + form.name()))
                .toList();
    }

    /** How many pages the list has. */
    public int pages() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    static boolean isLegalForm(@Nullable String typed) {
        return Arrays.stream(LegalForm.values()).anyMatch(form -> form.name().equals(typed));
    }
}
