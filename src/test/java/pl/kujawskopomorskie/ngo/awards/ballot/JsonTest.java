package pl.kujawskopomorskie.ngo.awards.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void fields_stand_in_the_order_of_their_names_and_nothing_stands_between() {
        assertThat(Json.write(Map.of(
                        "b", List.of(1, 2), "a", Map.of("ż", "\"\\\n\u0001\u001f"), "c", List.of(), "d", Map.of())))
                .isEqualTo("{\"a\":{\"ż\":\"\\\"\\\\\\n\\u0001\\u001f\"},\"b\":[1,2],\"c\":[],\"d\":{}}");
    }

    @Property(tries = 100)
    void what_is_read_is_what_was_written(
            @ForAll @Size(max = 5) Map<String, @Size(max = 5) List<@StringLength(max = 20) String>> texts,
            @ForAll @Size(max = 5) Map<String, Long> numbers) {
        var value = Map.of("texts", texts, "numbers", numbers);
        if (StandardCharsets.UTF_8.newEncoder().canEncode(value.toString())) {
            assertThat(Json.read(Json.write(value))).isEqualTo(value);
        } else {
            assertThatThrownBy(() -> Json.write(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}x",
                "{} ",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":01}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":-0}",
                "{\"a\":null}",
                "{\"a\":true}",
                "{\"a\":\"\\u0061\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":99999999999999999999}"
            })
    void another_spelling_of_the_same_is_refused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
