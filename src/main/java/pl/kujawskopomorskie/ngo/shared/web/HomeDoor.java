package pl.kujawskopomorskie.ngo.shared.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the doors on the home page: what a person can do in a module, with facts of this very moment. A module that
 * wants a door has one bean of this type; asking it costs a constant, small number of queries.
 */
public interface HomeDoor {

    /** Place among the doors; the lowest comes first. */
    int order();

    /** What the door shows to a person, or to a visitor when null. */
    Door door(@Nullable SignedIn person);

    /** What waits for the person who is signed in, most urgent first; it stands above all doors. Usually nothing. */
    default List<Fact> waitingFor(SignedIn person) {
        return List.of();
    }

    /**
     * A door.
     *
     * @param titleKey key of its headline, which says what to do
     * @param leadKey key of the sentence under it
     * @param link where the headline leads
     * @param moreKey key of the words of the link at the bottom
     * @param facts a few, most urgent first
     * @param noFactsKey key of what it says when there are none
     * @param search the search box in it, or null
     */
    record Door(
            String titleKey,
            String leadKey,
            String link,
            String moreKey,
            List<Fact> facts,
            String noFactsKey,
            @Nullable Search search) {

        public Door {
            facts = List.copyOf(facts);
        }

        /** A door without a search box. */
        public Door(String titleKey, String leadKey, String link, String moreKey, List<Fact> facts, String noFactsKey) {
            this(titleKey, leadKey, link, moreKey, facts, noFactsKey, null);
        }
    }

    /**
     * A search box.
     *
     * @param action where it searches
     * @param parameter name of what is typed, in the address
     * @param labelKey key of its label
     * @param buttonKey key of the words of its button
     */
    record Search(String action, String parameter, String labelKey, String buttonKey) {}

    /**
     * A fact that can be opened.
     *
     * @param text in the words of what it is about, such as a consultation's title; empty when the note says it all
     * @param link where it is opened
     * @param noteKey key of what is to be known of it, such as the days left
     * @param urgent whether it should catch the eye
     * @param arguments of the note
     */
    record Fact(String text, String link, String noteKey, boolean urgent, Object... arguments) {}
}
