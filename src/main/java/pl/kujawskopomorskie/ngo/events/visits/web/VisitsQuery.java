package pl.kujawskopomorskie.ngo.events.visits.web;

import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.visits.VisitCatalogue;
import pl.kujawskopomorskie.ngo.events.visits.VisitState;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * What the address of a list of visits asks for. What it asks wrongly counts as not asked.
 *
 * @param year or 0 for all
 * @param state name of a {@link VisitState}, or empty for all
 * @param commissioned only of organisations that carry out commissioned tasks
 * @param words as typed
 * @param page from 1
 */
record VisitsQuery(int year, String state, boolean commissioned, String words, int page) {

    private static final int LONGEST_WORDS = 200;

    static VisitsQuery of(
            @Nullable String year,
            @Nullable String state,
            @Nullable String commissioned,
            @Nullable String words,
            @Nullable String page) {
        var typed = Typed.line(words);
        return new VisitsQuery(
                year != null && year.matches("20[0-9]{2}") ? Integer.parseInt(year) : 0,
                VisitState.named(state) == null || state == null ? "" : state,
                "tak".equals(commissioned),
                typed.length() <= LONGEST_WORDS ? typed : typed.substring(0, LONGEST_WORDS),
                page != null && page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
    }

    VisitCatalogue.Filter filter(boolean everybodys) {
        return new VisitCatalogue.Filter(everybodys, year, VisitState.named(state), commissioned, words, page);
    }

    /** Whether anything is asked at all. */
    public boolean narrowed() {
        return year != 0 || !state.isEmpty() || commissioned || !words.isEmpty();
    }
}
