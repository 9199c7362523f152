package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as one row of a query.
 *
 * @param roles names parted by commas, or null for none beside resident
 * @param department name of the department of an officer, or null
 */
@Introspected
record AccountRow(
        long id,
        String displayName,
        String email,
        String state,
        Instant createdAt,
        @Nullable String roles,
        @Nullable String department) {}
