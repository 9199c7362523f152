package pl.kujawskopomorskie.ngo.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolishSearchTest {

    @Test
    void folding_takes_case_and_diacritics_away() {
        assertThat(PolishSearch.fold("ZAŻÓŁĆ Gęślą Jaźń")).isEqualTo("zazolc gesla jazn");
        assertThat(PolishSearch.fold("Świecie e\u0301")).isEqualTo("swiecie e");
    }

    @ParameterizedTest
    @CsvSource({
        "szkół, szkoły",
        "szkoły, szkol",
        "świecie, swiecie",
        "świetlicy wiejskiej, swietlice",
        "organizacje pozarządowe, organizacji pozarządowych",
        "organizacje pozarządowe, pozarzadowych",
        "Program współpracy w Toruniu, Toruń",
        "Program współpracy w Toruniu, toruniem",
        "konkursy dla kół gospodyń, kolo gospodyn",
        "ustawa o działalności pożytku, ustawy o pożytku",
        "uchwała nr XV/310/15, 310",
        "uchwała nr XV/310/15, xv/310",
        "środki z UE, ue",
        "projekt zmiany, proj",
        "regulamin Kujawsko-Pomorskiego, kujawsko-pom"
    })
    void forms_of_a_word_meet(String text, String typed) {
        assertThat(finds(text, typed)).as(PolishSearch.query(typed).orElse("")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"szkoły, dom", "szkoły, szkoły dom", "kultura, sport", "rok 2026, 2025"})
    void other_words_do_not_meet(String text, String typed) {
        assertThat(finds(text, typed)).isFalse();
    }

    @Test
    void nothing_is_looked_for_when_nothing_is_a_word() {
        assertThat(PolishSearch.query("")).isEmpty();
        assertThat(PolishSearch.query("  +-*\"()~<>@%' ")).isEmpty();
    }

    @Test
    void signs_with_a_meaning_in_boolean_mode_never_come_through() {
        var query = PolishSearch.query("+szkoła -dom \"cytat* ~(x)> <y @5 'z'; DROP TABLE x; --")
                .orElseThrow();

        assertThat(query.replaceAll("\\+\\([a-z0-9* ]+\\)", "").strip()).isEmpty();
        assertThat(query).doesNotContain("-", "\"", "~", "@", ">", "<", "'", ";");
    }

    @Property(tries = 500)
    void whatever_is_typed_the_query_is_well_formed(@ForAll String typed) {
        PolishSearch.query(typed).ifPresent(query -> {
            for (var condition : query.split(" (?=\\+)")) {
                assertThat(condition).matches("(?s)\\+\\(qq[\\p{L}\\p{N}]*\\*?( qq[\\p{L}\\p{N}]*)*\\)");
            }
        });
    }

    @Test
    void a_long_query_is_cut_and_a_long_word_does_not_take_long() {
        assertThat(PolishSearch.query("słowo ".repeat(1000)).orElseThrow().split("\\+"))
                .hasSize(9);
        assertThat(PolishSearch.query("azsocen".repeat(10_000)).orElseThrow()).hasSizeLessThan(60);
    }

    private static boolean finds(String text, String typed) {
        var tokens = Set.of(PolishSearch.index(text).split(" "));
        return Arrays.stream(PolishSearch.query(typed).orElseThrow().split(" (?=\\+)"))
                .map(condition -> condition.substring(2, condition.length() - 1))
                .allMatch(condition -> Arrays.stream(condition.split(" "))
                        .anyMatch(wanted -> wanted.endsWith("*")
                                ? tokens.stream()
                                        .anyMatch(token -> token.startsWith(wanted.substring(0, wanted.length() - 1)))
                                : tokens.contains(wanted)));
    }
}
