package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

class ConsultationTermTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20, 1",
        "2026-11-20, 2026-11-26, 7",
        "2027-03-22, 2027-03-28, 7",
        "2026-10-19, 2026-10-25, 7"
    })
    void a_day_is_a_day_also_when_the_clocks_change(LocalDate first, LocalDate last, long days) {
        assertThat(Consultation.days(OfficeTime.startOf(first), OfficeTime.endOf(last)))
                .isEqualTo(days);
    }
}
