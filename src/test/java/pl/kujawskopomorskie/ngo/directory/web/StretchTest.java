package pl.kujawskopomorskie.ngo.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {

    @Test
    void a_list_that_fits_goes_nowhere() {
        assertThat(Stretch.of(List.of(3L, 4L), 2, Long::longValue).next()).isNull();
        assertThat(Stretch.of(List.<Long>of(), 2, Long::longValue).rows()).isEmpty();
    }

    @Test
    void a_longer_list_goes_on_after_the_last_row_that_is_shown() {
        var stretch = Stretch.of(List.of(3L, 4L, 7L), 2, Long::longValue);

        assertThat(stretch.rows()).containsExactly(3L, 4L);
        assertThat(stretch.next()).isEqualTo(4L);
    }

    @Test
    void whatever_stands_in_an_address_is_a_key_or_nothing() {
        assertThat(Stretch.key("17", 0)).isEqualTo(17);
        assertThat(Stretch.key(null, 5)).isEqualTo(5);
        assertThat(Stretch.key("-1", 5)).isEqualTo(5);
        assertThat(Stretch.key("9999999999999999999", 5)).isEqualTo(5);
        assertThat(Stretch.key("1 OR 1=1", 5)).isEqualTo(5);
    }
}
