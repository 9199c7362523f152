package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.ProvisionUnit;
import pl.kujawskopomorskie.ngo.consultations.act.UnitKind;

/**
 * One provision unit of one version.
 *
 * @param id key of the row
 * @param versionId the version it belongs to
 * @param position in the order of the text, from 0
 * @param address permanent address inside the act ({@code par_3__ust_1})
 * @param parent address of the unit it stands in, or empty
 * @param kind what it is
 * @param label as printed
 * @param citation as law cites it
 * @param text its own words
 * @param previousId the unit of the version before that it continues, or null
 * @param fate what became of that unit here; null in the first version
 */
@MappedEntity("draft_unit")
public record DraftUnit(
        @Id @GeneratedValue @Nullable Long id,
        long versionId,
        int position,
        String address,
        String parent,
        UnitKind kind,
        String label,
        String citation,
        String text,
        @Nullable Long previousId,
        @Nullable Fate fate) {

    /** What a version did with a unit of the version before. */
    public enum Fate {
        SAME,
        CHANGED,
        /** Stands elsewhere or under another number, its words the same or changed. */
        MOVED,
        NEW
    }

    /** A unit of a version as it was read. */
    static DraftUnit of(long versionId, int position, ProvisionUnit unit) {
        return new DraftUnit(
                null,
                versionId,
                position,
                unit.id(),
                unit.parent(),
                unit.kind(),
                unit.label(),
                unit.citation(),
                unit.text(),
                null,
                null);
    }

    /** The key of a unit that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Unit " + address + " has not been saved");
        }
        return id;
    }

    /** The same as the reader of acts knows it. */
    public ProvisionUnit provision() {
        return new ProvisionUnit(address, kind, label, citation, parent, text);
    }
}
