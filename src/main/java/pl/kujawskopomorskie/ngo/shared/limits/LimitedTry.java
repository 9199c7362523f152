package pl.kujawskopomorskie.ngo.shared.limits;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try.
 *
 * @param id key of the row
 * @param what was tried
 * @param keyHash hash of who or what is limited, so that the table holds no addresses
 * @param triedAt when
 */
@MappedEntity("limited_try")
@SuppressWarnings("ArrayRecordComponent") // Rows are passed on, never compared.
record LimitedTry(@Id @GeneratedValue @Nullable Long id, String what, byte[] keyHash, Instant triedAt) {

    /** The key of a row that was saved. */
    long key() {
        if (id == null) {
            throw new IllegalStateException("The try was never saved");
        }
        return id;
    }
}
