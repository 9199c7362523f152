package pl.kujawskopomorskie.ngo.directory.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.directory.ChangeSource;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.OrganisationChanges;
import pl.kujawskopomorskie.ngo.directory.OrganisationField;

/**
 * What changed in an organisation's data.
 *
 * @param organisation whose
 * @param changes the last first
 * @param next link to older ones, or null
 */
record HistoryPage(
        Organisation organisation,
        List<Row> changes,
        @Nullable String next) {

    /**
     * A change.
     *
     * @param changedAt when
     * @param field which fact
     * @param before what it was
     * @param after what it became
     * @param source from where the change came
     * @param who changed it, or null
     * @param entry name of the entry that was merged into this one, when the change is of that entry
     */
    record Row(
            Instant changedAt,
            OrganisationField field,
            FactWords before,
            FactWords after,
            ChangeSource source,
            @Nullable String who,
            @Nullable String entry) {

        static Row from(OrganisationChanges.Told change) {
            return new Row(
                    change.changedAt(),
                    change.field(),
                    FactWords.of(change.field(), change.oldValue()),
                    FactWords.of(change.field(), change.newValue()),
                    change.source(),
                    change.displayName(),
                    change.mergedInto() == null ? null : change.entryName());
        }
    }
}
