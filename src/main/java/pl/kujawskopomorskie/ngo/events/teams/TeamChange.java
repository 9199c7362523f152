package pl.kujawskopomorskie.ngo.events.teams;

import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of changing the register of teams. */
public sealed interface TeamChange {

    /**
     * It is done.
     *
     * @param team as it is now
     */
    record Done(Team team) implements TeamChange {}

    /**
     * Something stated is wrong or missing.
     *
     * @param errors what, by field
     */
    record Invalid(FormErrors errors) implements TeamChange {}

    /** Somebody else changed what the form is about since this person opened it; read it again and show both. */
    record Stale() implements TeamChange {}

    /** This person may not. */
    record Forbidden() implements TeamChange {}

    /** There is no such team or member. */
    record NotFound() implements TeamChange {}
}
