package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import ognl.NoSuchPropertyException;
import ognl.OgnlException;
import org.junit.jupiter.api.Test;

class RecordPropertiesTest {

    private final RecordProperties properties = new RecordProperties();

    @Test
    void components_and_public_methods_are_read_whatever_their_names_begin_with() throws OgnlException {
        var thing = new Thing("w szafie", 3);

        assertThat(properties.getProperty(Map.of(), thing, "settled")).isEqualTo("w szafie");
        assertThat(properties.getProperty(Map.of(), thing, "count")).isEqualTo(3);
        assertThat(properties.getProperty(Map.of(), thing, "twice")).isEqualTo(6);
    }

    @Test
    void what_is_not_there_or_not_public_is_named_in_the_refusal() {
        var thing = new Thing("", 0);

        assertThatThrownBy(() -> properties.getProperty(Map.of(), thing, "colour"))
                .isInstanceOf(NoSuchPropertyException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> properties.getProperty(Map.of(), thing, "hidden"))
                .isInstanceOf(NoSuchPropertyException.class);
    }

    private record Thing(String settled, int count) {

        public int twice() {
            return 2 * count;
        }

        @SuppressWarnings("unused")
        private int hidden() {
            return count;
        }
    }
}
