package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void a_krs_is_read_however_it_is_written() {
        assertThat(Krs.of("0000123456")).contains(new Krs("0000123456"));
        assertThat(Krs.of("KRS 0000123456")).contains(new Krs("0000123456"));
        assertThat(Krs.of(" 00001 23456 ")).contains(new Krs("0000123456"));
    }

    @Test
    void what_is_no_krs_is_refused() {
        assertThat(Krs.of("12345678901")).isEmpty();
        assertThat(Krs.of("0000000000")).isEmpty();
        assertThat(Krs.of("12a")).isEmpty();
        assertThat(Krs.of("123")).isEmpty();
        assertThat(Krs.of("123456789")).isEmpty();
        assertThat(Krs.of("")).isEmpty();
    }

    @Test
    void a_nip_is_read_with_hyphens_and_refused_with_a_wrong_check_digit() {
        assertThat(Nip.of("956-000-00-10")).isEmpty();
        assertThat(Nip.of("123-456-32-18")).contains(new Nip("1234563218"));
        assertThat(Nip.of("PL 1234563218")).contains(new Nip("1234563218"));
        assertThat(Nip.of("1234563217")).isEmpty();
        assertThat(Nip.of("0000000000")).isEmpty();
    }

    @Test
    void a_regon_has_nine_digits_or_fourteen() {
        assertThat(Regon.of("123456785")).contains(new Regon("123456785"));
        assertThat(Regon.of("12345678512347")).contains(new Regon("12345678512347"));
        assertThat(Regon.of("123456784")).isEmpty();
        assertThat(Regon.of("12345678512346")).isEmpty();
        assertThat(Regon.of("1234567851")).isEmpty();
    }

    @Test
    void nine_digits_padded_by_the_register_are_checked_as_nine() {
        assertThat(Regon.of("12345678500000")).contains(new Regon("123456785"));
        assertThat(Regon.of("12345678400000")).isEmpty();
    }

    @Property
    void one_wrong_digit_of_a_nip_is_always_noticed(
            @ForAll @LongRange(min = 1_000_000_00L, max = 999_999_999L) long nine,
            @ForAll @IntRange(min = 0, max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        for (int check = 0; check < 10; check++) {
            var nip = "" + nine + check;
            if (Nip.of(nip).isPresent()) {
                var wrong = new StringBuilder(nip);
                wrong.setCharAt(place, (char) ('0' + (nip.charAt(place) - '0' + by) % 10));
                // A weight times a difference can only be 0 mod 11 when one of them is: no weight here is.
                assertThat(Nip.of(wrong.toString())).isEmpty();
            }
        }
    }

    @Test
    void the_voivodeship_has_nineteen_counties_and_four_cities() {
        assertThat(County.all()).hasSize(23);
        assertThat(County.all().stream().filter(County::city)).hasSize(4);
        assertThat(County.of("0415")).map(County::fullName).contains("powiat toruński");
        assertThat(County.of("1465")).isEmpty();
    }

    @Test
    void the_spheres_are_those_of_the_act() {
        assertThat(PublicTaskSphere.all()).hasSizeBetween(38, 63);
        assertThat(PublicTaskSphere.of("32a")).map(PublicTaskSphere::name).contains("rewitalizacja");
    }
}
