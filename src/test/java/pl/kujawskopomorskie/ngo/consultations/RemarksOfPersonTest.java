package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final DraftVersion version;
    private final Actor person;

    RemarksOfPersonTest(
            RemarksOfPerson ofPerson, Remarks remarks, DraftVersions versions, ConsultationRows rows, People people) {
        this.ofPerson = ofPerson;
        this.remarks = remarks;
        this.version = versions.findCurrent(rows.open().key()).orElseThrow();
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
        var author = RemarkAuthor.onThePortal(person, true);
        var rationale = "Bo tak będzie lepiej.";
        return remarks.save(
                state == RemarkState.SUBMITTED
                        ? RemarkRows.submitted(version, null, 1, author, "", rationale, TestClock.START)
                        : RemarkRows.draft(version, author, rationale));
    }
}
