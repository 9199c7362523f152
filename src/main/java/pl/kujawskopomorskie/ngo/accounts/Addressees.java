package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds where people are written to, for mails that other modules send long after a request. */
@Singleton
public final class Addressees {

    private final Persons persons;

    Addressees(Persons persons) {
        this.persons = persons;
    }

    /** Where a person is written to; nothing when the account is blocked, erased or not confirmed. */
    public Optional<Addressee> find(long personId) {
        return persons.findById(personId)
                .filter(person -> person.state() == Person.State.ACTIVE)
                .map(person -> new Addressee(person.email(), person.mailLanguage()));
    }
}
