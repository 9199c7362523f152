package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Role;

/**
 * A person of {@code people.json}.
 *
 * @param key how the other files name the person
 * @param email to sign in with
 * @param displayName the invented name
 * @param roles beside resident
 * @param department code of the department of an officer, or null
 */
@Serdeable
record PersonEntry(
        String key,
        String email,
        String displayName,
        Set<Role> roles,
        @Nullable String department) {}
