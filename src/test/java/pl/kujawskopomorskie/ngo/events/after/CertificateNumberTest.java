package pl.kujawskopomorskie.ngo.events.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateNumberTest {

    @Property
    void a_number_is_read_however_it_is_typed(
            @ForAll Random random,
            @ForAll @IntRange(min = 1000, max = 9999) int year,
            @ForAll boolean small,
            @ForAll boolean alike,
            @ForAll @IntRange(min = 0, max = 5) int between) {
        var number = CertificateNumber.draw(year, random);
        var typed = number.printed();
        typed = switch (between) {
            case 0 -> typed;
            case 1 -> typed.replaceAll("[/-]", "");
            case 2 -> typed.replaceAll("[/-]", " ");
            case 3 -> "  " + typed.replace("/", " / ").replace('-', '–') + " ";
            case 4 -> typed.substring(2);
            default -> number.inAddress();
        };
        if (alike) {
            typed = typed.replace('0', 'O').replace('1', random.nextBoolean() ? 'I' : 'l');
        }

        assertThat(CertificateNumber.read(small ? typed.toLowerCase(Locale.ROOT) : typed))
                .contains(number);
    }

    @Property
    void what_is_no_number_is_none_and_nothing_breaks(@ForAll String typed) {
        CertificateNumber.read(typed)
                .ifPresent(number ->
                        assertThat(CertificateNumber.read(number.printed())).contains(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "Z/2026/7K3M",
                "Z/2026/7K3M-9QXU",
                "Z/226/7K3M-9QXZ",
                "Z/2026/7K3M-9QXZ-1",
                "K/2026/7/0042"
            })
    void what_has_too_few_or_other_signs_is_none(String typed) {
        assertThat(CertificateNumber.read(typed)).isEmpty();
    }

    @Test
    void it_is_printed_in_groups_and_goes_into_an_address() {
        var number = new CertificateNumber(2026, "7K3M9QXZ");

        assertThat(number.printed()).isEqualTo("Z/2026/7K3M-9QXZ");
        assertThat(number.path()).isEqualTo("/zaswiadczenia/Z-2026-7K3M-9QXZ");
    }
}
