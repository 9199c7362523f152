package pl.kujawskopomorskie.ngo.events.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.OfficeEvents;
import pl.kujawskopomorskie.ngo.events.OfficeEvents.Stage;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * What the address of the office's list asks for. What it asks wrongly counts as not asked.
 *
 * @param stage as the address has it, or empty
 * @param kind as the address has it, or empty
 * @param words as typed
 * @param page from 1
 */
record EventListQuery(String stage, String kind, String words, int page) {

    private static final int PAGE_SIZE = 20;
    private static final int LONGEST = 200;

    static EventListQuery of(
            @Nullable String stage, @Nullable String kind, @Nullable String words, @Nullable String page) {
        return new EventListQuery(
                named(Stage.values(), stage), named(EventKind.values(), kind), words(words), page(page));
    }

    OfficeEvents.Filter filter() {
        return new OfficeEvents.Filter(
                stage.isEmpty() ? null : Stage.valueOf(stage),
                kind.isEmpty() ? null : EventKind.valueOf(kind),
                words,
                page,
                PAGE_SIZE);
    }

    /** Whether anything is asked at all. */
    public boolean narrowed() {
        return !(stage.isEmpty() && kind.isEmpty() && words.isEmpty());
    }

    static String named(Enum<?>[] constants, @Nullable String asked) {
        return Arrays.stream(constants)
                .map(Enum::name)
                .filter(name -> name.equalsIgnoreCase(asked))
                .findFirst()
                .orElse("");
    }

    static String words(@Nullable String asked) {
        var typed = Typed.line(asked);
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }

    static int page(@Nullable String asked) {
        return asked != null && asked.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(asked) : 1;
    }
}
