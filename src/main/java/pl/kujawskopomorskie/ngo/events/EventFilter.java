package pl.kujawskopomorskie.ngo.events;

import org.jspecify.annotations.Nullable;

/**
 * Which announced events are asked for.
 *
 * @param span those to come or those that are over
 * @param kind only those of it, or null for all
 * @param words as typed, in any inflected form and with or without diacritics; empty for all
 * @param page from 1
 * @param size most rows of a page, 1 to 100
 */
public record EventFilter(Span span, @Nullable EventKind kind, String words, int page, int size) {

    public EventFilter {
        if (page < 1 || size < 1 || size > 100) {
            throw new IllegalArgumentException("Page " + page + " of " + size + " rows");
        }
    }

    /** When events are. */
    public enum Span {
        /** Not over yet. */
        COMING,
        /** Over. */
        PAST
    }
}
