package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;

/** What this module keeps of a person: the account itself. */
@Singleton
class AccountData implements PersonalData {

    private final Persons persons;
    private final PersonRoles roles;
    private final RefreshTokens tokens;
    private final OneTimeLinks links;

    AccountData(Persons persons, PersonRoles roles, RefreshTokens tokens, OneTimeLinks links) {
        this.persons = persons;
        this.roles = roles;
        this.tokens = tokens;
        this.links = links;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public Object exported(long personId) {
        var person = persons.findById(personId).orElseThrow();
        var account = new LinkedHashMap<String, Object>();
        account.put("email", person.email());
        account.put("displayName", person.displayName());
        account.put("language", person.language());
        account.put("createdAt", person.createdAt().toString());
        account.put(
                "confirmedAt",
                person.confirmedAt() == null ? "" : person.confirmedAt().toString());
        account.put(
                "roles",
                roles.findByPersonIdOrderByRole(personId).stream()
                        .map(held -> held.role().name())
                        .toList());
        account.put(
                "sessions",
                tokens.findFirstOfSessions(personId).stream()
                        .map(session -> session.issuedAt().toString())
                        .toList());
        return account;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(long personId) {
        var person = persons.lock(personId).orElseThrow();
        persons.update(person.erased());
        roles.deleteByPersonId(personId);
        tokens.deleteByPersonId(personId);
        links.deleteByPersonId(personId);
    }
}
