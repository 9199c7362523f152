package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent.Asking;
import pl.kujawskopomorskie.ngo.directory.DecidingRepresentation.Decision;
import pl.kujawskopomorskie.ngo.directory.KeepingEditors.Keeping;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

@PortalTest
class RepresentingOrganisationTest {

    private final AskingToRepresent asking;
    private final DecidingRepresentation deciding;
    private final KeepingEditors editors;
    private final Representations representations;
    private final Speakers speakers;
    private final SavingOrganisation saving;
    private final OrganisationRows rows;
    private final People people;

    RepresentingOrganisationTest(
            AskingToRepresent asking,
            DecidingRepresentation deciding,
            KeepingEditors editors,
            Representations representations,
            Speakers speakers,
            SavingOrganisation saving,
            OrganisationRows rows,
            People people) {
        this.asking = asking;
        this.deciding = deciding;
        this.editors = editors;
        this.representations = representations;
        this.speakers = speakers;
        this.saving = saving;
        this.rows = rows;
        this.people = people;
    }

    @Test
    void nobody_speaks_for_an_organisation_before_the_office_agrees() {
        var organisation = rows.listed("Stowarzyszenie Rzecznicy");
        var person = people.person();

        assertThat(asking.ask(organisation.slug(), "STATUTORY", "Jestem prezeską, patrz KRS.", person))
                .isInstanceOf(Asking.Done.class);
        assertThat(representations.voicesOf(person.personId())).isEmpty();

        decide(organisation, person, true, "");
        assertThat(representations.voicesOf(person.personId()))
                .extracting(Voice::slug)
                .containsExactly(organisation.slug());
    }

    @Test
    void a_refusal_needs_a_reason_and_lets_the_person_ask_again() {
        var organisation = rows.listed("Stowarzyszenie Odmowne");
        var person = people.person();
        asking.ask(organisation.slug(), "POWER_OF_ATTORNEY", "Mam pełnomocnictwo.", person);
        var id = representations
                .asked(organisation.key(), person.personId())
                .orElseThrow()
                .key();

        assertThat(deciding.decide(organisation.slug(), id, false, " ", rows.clerk()))
                .isInstanceOf(Decision.Invalid.class);
        assertThat(deciding.decide(organisation.slug(), id, false, "Brak podpisu zarządu.", rows.clerk()))
                .isInstanceOf(Decision.Done.class);
        assertThat(deciding.decide(organisation.slug(), id, true, "", rows.clerk()))
                .isInstanceOf(Decision.Decided.class);
        assertThat(asking.ask(organisation.slug(), "POWER_OF_ATTORNEY", "Teraz z podpisem.", person))
                .isInstanceOf(Asking.Done.class);
    }

    @Test
    void asking_twice_leaves_one_request() {
        var organisation = rows.listed("Stowarzyszenie Podwójne");
        var person = people.person();

        asking.ask(organisation.slug(), "STATUTORY", "Zarząd.", person);

        assertThat(asking.ask(organisation.slug(), "STATUTORY", "Zarząd.", person))
                .isInstanceOf(Asking.Waits.class);
    }

    @Test
    void accepting_somebody_for_a_proposed_organisation_lists_it() {
        var person = people.person();
        var proposed = OrganisationRows.done(saving.propose(rows.entry("Koło Zgłoszone"), person));
        asking.ask(proposed.slug(), "STATUTORY", "Przewodnicząca koła.", person);

        decide(proposed, person, true, "");

        assertThat(representations.voice(person.personId(), proposed.slug())).isPresent();
    }

    @Test
    void only_a_clerk_decides() {
        var organisation = rows.listed("Stowarzyszenie Decyzyjne");
        var person = people.person();
        asking.ask(organisation.slug(), "STATUTORY", "Zarząd.", person);
        var id = representations
                .asked(organisation.key(), person.personId())
                .orElseThrow()
                .key();

        assertThat(deciding.decide(organisation.slug(), id, true, "", person)).isInstanceOf(Decision.Forbidden.class);
        assertThat(deciding.decide(rows.listed("Inna").slug(), id, true, "", rows.clerk()))
                .isInstanceOf(Decision.NotFound.class);
    }

    @Test
    void an_editor_asks_to_represent_and_has_one_right_when_the_office_agrees() {
        var organisation = rows.listed("Stowarzyszenie Awansów");
        var editor = speakers.editor(organisation, speakers.representative(organisation));

        var asked = speakers.ask(organisation, editor);
        assertThat(representations.voicesOf(editor.personId()))
                .extracting(Voice::kind)
                .containsExactly(Representation.Kind.EDITOR);
        assertThat(deciding.decide(organisation.slug(), asked, true, "", rows.clerk()))
                .isInstanceOf(Decision.Done.class);

        assertThat(representations.voicesOf(editor.personId()))
                .extracting(Voice::kind)
                .containsExactly(Representation.Kind.REPRESENTATIVE);
        assertThat(asking.ask(organisation.slug(), "STATUTORY", "Jeszcze raz.", editor))
                .isInstanceOf(Asking.Speaks.class);
    }

    @Test
    void a_clerk_does_not_decide_about_themselves() {
        var organisation = rows.listed("Stowarzyszenie Urzędniczki");
        var clerk = rows.clerk();
        var asked = speakers.ask(organisation, clerk);

        assertThat(deciding.decide(organisation.slug(), asked, true, "", clerk)).isInstanceOf(Decision.Forbidden.class);
        assertThat(deciding.decide(organisation.slug(), asked, true, "", rows.clerk()))
                .isInstanceOf(Decision.Done.class);
    }

    @Test
    void nobody_asks_without_end() {
        var person = people.person();
        var answers = IntStream.range(0, 21)
                .mapToObj(at -> asking.ask("nie-ma-takiej-" + at, "STATUTORY", "Zarząd.", person))
                .toList();

        assertThat(answers.subList(0, 20)).allMatch(Asking.NotFound.class::isInstance);
        assertThat(answers.getLast()).isInstanceOf(Asking.Invalid.class);
    }

    @Test
    void the_log_tells_about_whom_each_decision_was() {
        var organisation = rows.listed("Stowarzyszenie Dziennika");
        var head = speakers.representative(organisation);
        var right = speakers.right(organisation, head);
        var refused = people.person();
        var asked = speakers.ask(organisation, refused);
        deciding.decide(organisation.slug(), asked, false, "Brak umocowania.", rows.clerk());
        editors.end(organisation.slug(), right, rows.clerk());

        assertThat(speakers.log(organisation))
                .contains(
                        "REPRESENTATION_ACCEPTED representation " + right + ", person " + head.personId(),
                        "REPRESENTATION_REFUSED representation " + asked + ", person " + refused.personId(),
                        "REPRESENTATION_ENDED representation " + right + ", person " + head.personId());
    }

    @Test
    void a_refused_proposal_refuses_each_request_in_the_log_too(DecidingProposal proposals) {
        var person = people.person();
        var proposed = OrganisationRows.done(saving.propose(rows.entry("Koło Odrzucane Po Kolei"), person));
        var asked = speakers.ask(proposed, person);

        proposals.refuse(proposed.slug(), "Nie ma takiego koła.", rows.clerk());

        assertThat(speakers.log(proposed))
                .contains("REPRESENTATION_REFUSED representation " + asked + ", person " + person.personId());
    }

    @Test
    void a_right_that_is_ended_is_gone_at_once_and_can_be_given_again() {
        var organisation = rows.listed("Stowarzyszenie Kończące");
        var head = speakers.representative(organisation);

        assertThat(editors.end(organisation.slug(), speakers.right(organisation, head), rows.clerk()))
                .isInstanceOf(Keeping.Done.class);

        assertThat(representations.voice(head.personId(), organisation.slug())).isEmpty();
        assertThat(asking.ask(organisation.slug(), "STATUTORY", "Nowa kadencja.", head))
                .isInstanceOf(Asking.Done.class);
    }

    private void decide(Organisation organisation, Actor person, boolean accepted, String reason) {
        var id = representations
                .asked(organisation.key(), person.personId())
                .orElseThrow()
                .key();
        assertThat(deciding.decide(organisation.slug(), id, accepted, reason, rows.clerk()))
                .isInstanceOf(Decision.Done.class);
    }
}
