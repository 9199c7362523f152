package pl.kujawskopomorskie.ngo.consultations.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.testing.People;

/** Remarks as people send them by the form of the portal. */
@Singleton
final class RemarksByForm {

    private final ConsultationRows rows;
    private final People people;

    RemarksByForm(ConsultationRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    /** An open consultation with so many remarks on one unit, each by another person. */
    Consultation withRemarks(int many) {
        var consultation = rows.open();
        for (var i = 1; i <= many; i++) {
            var reply = people.signedIn()
                    .post(
                            "/konsultacje/" + consultation.slug() + "/uwagi",
                            Map.of(
                                    "version", "1",
                                    "unit", "par_2",
                                    "rationale", "Uwaga numer " + i,
                                    "formToken", UUID.randomUUID().toString(),
                                    "action", "submit"));
            assertThat(reply.status()).isEqualTo(303);
        }
        return consultation;
    }
}
