package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.SheetComparison;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * Answers in a spreadsheet: the way out, the way in, and what the way in would change.
 *
 * @param overview of the consultation
 * @param mayChange whether the reader may send answers in now
 * @param read what a sheet would change, or null before one was sent
 * @param changes the same to be sent on, as JSON
 * @param errors in the form
 */
record SheetPage(
        ConsultationOverview overview,
        boolean mayChange,
        SheetComparison.@Nullable Read read,
        String changes,
        FormErrors errors) {

    /** Rows that would change something. */
    public List<SheetComparison.Difference> changed() {
        return read == null ? List.of() : read.of(SheetComparison.Kind.CHANGED);
    }

    /** Rows that cannot be applied. */
    public List<SheetComparison.Difference> wrong() {
        return read == null
                ? List.of()
                : read.rows().stream()
                        .filter(row ->
                                row.kind() != SheetComparison.Kind.CHANGED && row.kind() != SheetComparison.Kind.SAME)
                        .toList();
    }

    /** How many rows change nothing. */
    public int same() {
        return read == null ? 0 : read.of(SheetComparison.Kind.SAME).size();
    }
}
