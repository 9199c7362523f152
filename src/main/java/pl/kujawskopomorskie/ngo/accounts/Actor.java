package pl.kujawskopomorskie.ngo.accounts;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.web.SignedIn;

/**
 * The person in whose name a request acts, as the database knows them at this moment: a role taken away a second ago is
 * gone here.
 *
 * <p>A controller asks for it as a parameter: {@code Actor} on a route that needs somebody signed in, {@code @Nullable
 * Actor} on one that visitors may use too.
 *
 * @param personId key of the person
 * @param displayName the name that the person chose to show
 * @param email where the person is written to
 * @param language of mails to the person
 * @param roles all that the person holds, {@link Role#RESIDENT} always among them
 * @param departmentId where a department officer works, otherwise null
 */
public record Actor(
        long personId,
        String displayName,
        String email,
        Language language,
        Set<Role> roles,
        @Nullable Long departmentId)
        implements SignedIn {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Whether the person holds the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    @Override
    public Set<String> roleNames() {
        return roles.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    }
}
