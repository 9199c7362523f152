package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;

/** The links of registrations, which stand in nothing but mails. */
@Singleton
public final class Links {

    private final DoorRows rows;
    private final RegistrationTokens tokens;

    Links(DoorRows rows, RegistrationTokens tokens) {
        this.rows = rows;
        this.tokens = tokens;
    }

    /** The link of a person's registration. */
    public String of(Attendee person) {
        return rows.link(person, tokens);
    }
}
