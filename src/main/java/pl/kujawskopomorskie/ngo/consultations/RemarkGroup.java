package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * Like remarks that get one answer. Which they are, their rows say.
 *
 * @param id key of the row
 * @param consultationId whose remarks they are
 * @param name for the office
 */
@MappedEntity("remark_group")
public record RemarkGroup(@Id @GeneratedValue @Nullable Long id, long consultationId, String name) {

    /** The key of a group that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The group has not been saved");
        }
        return id;
    }
}
