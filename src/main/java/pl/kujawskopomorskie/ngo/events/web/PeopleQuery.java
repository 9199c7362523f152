package pl.kujawskopomorskie.ngo.events.web;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Mode;
import pl.kujawskopomorskie.ngo.events.RegisteredPeople;

/**
 * What the address of a list of people asks for. What it asks wrongly counts as not asked.
 *
 * @param words as typed
 * @param session key of a session as the address has it, or empty
 * @param mode as the address has it, or empty
 * @param state as the address has it, or empty
 * @param page from 1
 */
record PeopleQuery(String words, String session, String mode, String state, int page) {

    private static final int PAGE_SIZE = 50;

    static PeopleQuery of(
            @Nullable String words,
            @Nullable String session,
            @Nullable String mode,
            @Nullable String state,
            @Nullable String page) {
        return new PeopleQuery(
                EventListQuery.words(words),
                session != null && session.matches("[0-9]{1,18}") ? session : "",
                EventListQuery.named(Mode.values(), mode),
                EventListQuery.named(RegisteredPeople.State.values(), state),
                EventListQuery.page(page));
    }

    RegisteredPeople.Filter filter() {
        return new RegisteredPeople.Filter(
                words,
                session.isEmpty() ? 0 : Long.parseLong(session),
                mode.isEmpty() ? null : Mode.valueOf(mode),
                state.isEmpty() ? null : RegisteredPeople.State.valueOf(state),
                page,
                PAGE_SIZE);
    }

    /** Whether anything is asked at all. */
    public boolean narrowed() {
        return !(words.isEmpty() && session.isEmpty() && mode.isEmpty() && state.isEmpty());
    }
}
