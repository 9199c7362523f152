package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.core.annotation.Introspected;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * An actor as one row of a query.
 *
 * @param roles names parted by commas, or null for none beside resident
 */
@Introspected
record ActorRow(
        long personId,
        String displayName,
        String email,
        String language,
        @Nullable String roles,
        @Nullable Long departmentId) {

    Actor actor() {
        var held = EnumSet.of(Role.RESIDENT);
        if (roles != null) {
            for (var role : roles.split(",", -1)) {
                held.add(Role.valueOf(role));
            }
        }
        return new Actor(
                personId, displayName, email, Language.ofTag(language).orElse(Language.POLISH), held, departmentId);
    }
}
