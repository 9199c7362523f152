package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/** All accounts, for administrators, a page at a time. */
@Singleton
public class AccountList {

    /** Accounts on a page. */
    public static final int PAGE = 50;

    private final Persons persons;

    AccountList(Persons persons) {
        this.persons = persons;
    }

    /**
     * One page of the accounts whose name or address holds the words.
     *
     * @param words as typed, empty for all
     * @param role that they hold, or null for any
     * @param page from 1; one beyond the last shows the last
     */
    public Found find(String words, @Nullable Role role, int page) {
        var name = "%" + escaped(Typed.line(words)) + "%";
        var email = name.toLowerCase(Locale.ROOT);
        var roleName = role == null ? "" : role.name();
        var total = persons.count(name, email, roleName);
        var pages = Math.toIntExact(Math.max(1, (total + PAGE - 1) / PAGE));
        var number = Math.clamp(page, 1, pages);
        var rows = persons.list(name, email, roleName, PAGE, (long) (number - 1) * PAGE).stream()
                .map(AccountOverview::from)
                .toList();
        return new Found(rows, total, number, pages);
    }

    /** One account, unless it was erased. */
    public Optional<AccountOverview> find(long personId) {
        return persons.findRow(personId).map(AccountOverview::from);
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /**
     * A page of accounts.
     *
     * @param rows on this page
     * @param total on all pages
     * @param number of this page, from 1
     * @param pages there are
     */
    public record Found(List<AccountOverview> rows, long total, int number, int pages) {

        public Found {
            rows = List.copyOf(rows);
        }
    }
}
