package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class RemarksOfPersonTest {

    private final RemarksOfPerson ofPerson;
    private final Remarks remarks;
    private final Consultation consultation;
    private final DraftVersion version;
    private final Actor person;

    RemarksOfPersonTest(
            RemarksOfPerson ofPerson, Remarks remarks, DraftVersions versions, ConsultationRows rows, People people) {
        this.ofPerson = ofPerson;
        this.remarks = remarks;
        this.consultation = rows.open();
        this.version = versions.findCurrent(consultation.key()).orElseThrow();
        this.person = people.named("Zofia Zapomniana");
    }

    @Test
    void a_person_gets_all_their_remarks_drafts_included() {
        remark(RemarkState.DRAFT);
        remark(RemarkState.SUBMITTED);

        assertThat(ofPerson.exported(person.personId()))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void who_is_forgotten_takes_name_and_drafts_and_leaves_what_was_submitted() {
        var draft = remark(RemarkState.DRAFT);
        var submitted = remark(RemarkState.SUBMITTED);

        ofPerson.erase(person.personId());

        assertThat(remarks.findById(draft.key())).isEmpty();
        var kept = remarks.findById(submitted.key()).orElseThrow();
        assertThat(kept.rationale()).isEqualTo("Bo tak będzie lepiej.");
        assertThat(kept.authorName()).isEmpty();
        assertThat(kept.authorConsents()).isFalse();
    }

    private Remark remark(RemarkState state) {
        var submitted = state == RemarkState.SUBMITTED;
        return remarks.save(new Remark(
                null,
                consultation.key(),
                version.key(),
                null,
                state,
                submitted ? 1 : null,
                Channel.FORM,
                person.personId(),
                person.displayName(),
                true,
                null,
                "",
                "",
                "Bo tak będzie lepiej.",
                TestClock.START,
                TestClock.START,
                submitted ? TestClock.START : null,
                null,
                submitted ? new byte[32] : null,
                UUID.randomUUID().toString(),
                null,
                null,
                0));
    }
}
