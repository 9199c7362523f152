package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.MendingDraft;
import pl.kujawskopomorskie.ngo.consultations.act.UnitKind;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/** What a clerk types to mend a unit; which fields count is said by the address that the form is sent to. */
@Introspected
@Serdeable
record MendingForm(
        @Nullable String revision,
        @Nullable String words,
        @Nullable String kind,
        @Nullable String label,
        @Nullable String before) {

    static MendingForm empty() {
        return new MendingForm("", "", "", "", "");
    }

    MendingDraft.Place place(String slug, int number, String address) {
        var typed = Typed.line(revision);
        return new MendingDraft.Place(
                slug, number, typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1, address);
    }

    UnitKind unitKind() {
        return Arrays.stream(UnitKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElse(UnitKind.PROSE);
    }
}
