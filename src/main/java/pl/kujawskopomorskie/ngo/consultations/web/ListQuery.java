package pl.kujawskopomorskie.ngo.consultations.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.ConsultationFilter;
import pl.kujawskopomorskie.ngo.consultations.ConsultationKind;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * What the address of a list asks for. What it asks wrongly counts as not asked: an address that was mistyped or is old
 * still shows a list.
 *
 * @param state as the address has it, or empty
 * @param kind as the address has it, or empty
 * @param year as the address has it, or empty
 * @param words as typed
 * @param page from 1
 */
record ListQuery(String state, String kind, String year, String words, int page) {

    private static final int PAGE_SIZE = 20;

    static ListQuery of(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String year,
            @Nullable String words,
            @Nullable String page) {
        return new ListQuery(
                named(ConsultationState.values(), state),
                named(ConsultationKind.values(), kind),
                year != null && year.matches("20[0-9]{2}") ? year : "",
                limited(Typed.line(words)),
                page != null && page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
    }

    ConsultationFilter filter(boolean withDrafts) {
        return new ConsultationFilter(
                state.isEmpty() ? null : ConsultationState.valueOf(state),
                kind.isEmpty() ? null : ConsultationKind.valueOf(kind),
                year.isEmpty() ? null : Integer.valueOf(year),
                words,
                withDrafts,
                page,
                PAGE_SIZE);
    }

    private static String named(Enum<?>[] constants, @Nullable String asked) {
        return Arrays.stream(constants)
                .map(Enum::name)
                .filter(name -> name.equalsIgnoreCase(asked))
                .findFirst()
                .orElse("");
    }

    private static String limited(String words) {
        return words.length() <= 200 ? words : words.substring(0, 200);
    }
}
