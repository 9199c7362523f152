package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A department of the marshal's office.
 *
 * @param id key of the row
 * @param code short and unique, as the office's letters use it
 * @param name in full
 */
@MappedEntity("department")
public record Department(@Id @GeneratedValue @Nullable Long id, String code, String name) {

    /** The key of a department that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("Department " + code + " has not been saved");
        }
        return id;
    }
}
