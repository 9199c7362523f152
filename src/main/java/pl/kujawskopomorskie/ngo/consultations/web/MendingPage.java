package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.act.UnitKind;
import pl.kujawskopomorskie.ngo.shared.web.Choice;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * One unit and all that can be done to it.
 *
 * @param consultation it belongs to
 * @param version it belongs to
 * @param unit as it is now
 * @param last whether no other unit stands behind it
 * @param kinds it may be of
 * @param kind chosen
 * @param label typed, or the unit's own
 * @param predecessors units of the version before that it may continue; empty for a first version
 * @param predecessor address of the one that it continues now, or empty
 * @param form as typed
 * @param errors in it
 */
record MendingPage(
        Consultation consultation,
        DraftVersion version,
        DraftUnit unit,
        boolean last,
        List<Choice> kinds,
        String kind,
        String label,
        List<Choice> predecessors,
        String predecessor,
        MendingForm form,
        FormErrors errors) {

    static MendingPage from(
            Consultation consultation,
            DraftVersion version,
            DraftUnit unit,
            boolean last,
            List<DraftUnit> unitsBefore,
            MendingForm form,
            FormErrors errors) {
        return new MendingPage(
                consultation,
                version,
                unit,
                last,
                Arrays.stream(UnitKind.values())
                        .map(each -> Choice.keyed(each.name(), "act.kind." + each.name()))
                        .toList(),
                chosen(form.kind(), unit.kind().name()),
                chosen(form.label(), unit.label()),
                unitsBefore.stream()
                        .map(each -> Choice.named(each.address(), each.citation()))
                        .toList(),
                unitsBefore.stream()
                        .filter(each -> unit.previousId() != null && each.key() == unit.previousId())
                        .map(DraftUnit::address)
                        .findFirst()
                        .orElse(""),
                form,
                errors);
    }

    private static String chosen(@Nullable String typed, String present) {
        return typed == null || typed.isEmpty() ? present : typed;
    }
}
