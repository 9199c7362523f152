package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The form in which a clerk enters a remark that came another way.
 *
 * @param overview of the consultation
 * @param form what is typed
 * @param errors what is wrong with it
 * @param units to choose from
 * @param channels to choose from
 * @param justEntered public number of the remark entered a moment ago, or null
 */
record EntryPage(
        ConsultationOverview overview,
        EntryForm form,
        FormErrors errors,
        List<Choice> units,
        List<Choice> channels,
        @Nullable String justEntered) {

    static EntryPage from(
            ConsultationOverview overview,
            EntryForm form,
            FormErrors errors,
            List<DraftUnit> units,
            @Nullable String justEntered) {
        return new EntryPage(overview, form, errors, unitChoices(units), channelChoices(), justEntered);
    }

    /** Units as a list shows them: the citation, and the first words for those who do not know it by heart. */
    static List<Choice> unitChoices(List<DraftUnit> units) {
        return units.stream()
                .map(unit -> Choice.named(
                        unit.address(),
                        unit.citation() + (unit.text().isBlank() ? "" : " – " + beginning(unit.text()))))
                .toList();
    }

    /** How remarks come apart from the portal's own form. */
    static List<Choice> channelChoices() {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel != Channel.FORM)
                .map(channel -> Choice.keyed(channel.name(), "consultations.channel." + channel.name()))
                .toList();
    }

    private static String beginning(String text) {
        var line = text.replace('\n', ' ');
        if (line.length() <= 60) {
            return line;
        }
        var end = line.lastIndexOf(' ', 60);
        return line.substring(0, end < 20 ? 60 : end) + "…";
    }
}
