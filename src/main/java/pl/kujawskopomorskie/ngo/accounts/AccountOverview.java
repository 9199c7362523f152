package pl.kujawskopomorskie.ngo.accounts;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator sees it.
 *
 * @param id key of the person
 * @param displayName the name that the person chose to show
 * @param email address of mail
 * @param state UNCONFIRMED, ACTIVE or BLOCKED
 * @param createdAt when the account was made
 * @param roles beside resident
 * @param department name of the department of an officer, or null
 */
public record AccountOverview(
        long id,
        String displayName,
        String email,
        String state,
        Instant createdAt,
        List<Role> roles,
        @Nullable String department) {

    public AccountOverview {
        roles = List.copyOf(roles);
    }

    static AccountOverview from(AccountRow row) {
        return new AccountOverview(
                row.id(),
                row.displayName(),
                row.email(),
                row.state(),
                row.createdAt(),
                row.roles() == null
                        ? List.of()
                        : Arrays.stream(row.roles().split(",", -1))
                                .map(Role::valueOf)
                                .toList(),
                row.department());
    }
}
