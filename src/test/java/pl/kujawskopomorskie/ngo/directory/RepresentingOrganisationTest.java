package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent.Asking;
import pl.kujawskopomorskie.ngo.directory.DecidingRepresentation.Decision;
import pl.kujawskopomorskie.ngo.directory.KeepingEditors.Keeping;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

@PortalTest
class RepresentingOrganisationTest {

    private final AskingToRepresent asking;
    private final DecidingRepresentation deciding;
    private final KeepingEditors editors;
    private final Representations representations;
    private final EditorInvitations invitations;
    private final SavingOrganisation saving;
    private final OrganisationRows rows;
    private final People people;

    RepresentingOrganisationTest(
            AskingToRepresent asking,
            DecidingRepresentation deciding,
            KeepingEditors editors,
            Representations representations,
            EditorInvitations invitations,
            SavingOrganisation saving,
            OrganisationRows rows,
            People people) {
        this.asking = asking;
        this.deciding = deciding;
        this.editors = editors;
        this.representations = representations;
        this.invitations = invitations;
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
                .living(organisation.key(), person.personId())
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
                .isInstanceOf(Asking.Already.class);
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
                .living(organisation.key(), person.personId())
                .orElseThrow()
                .key();

        assertThat(deciding.decide(organisation.slug(), id, true, "", person)).isInstanceOf(Decision.Forbidden.class);
        assertThat(deciding.decide(rows.listed("Inna").slug(), id, true, "", rows.clerk()))
                .isInstanceOf(Decision.NotFound.class);
    }

    @Test
    void an_editor_comes_by_the_link_that_went_to_their_address_and_by_no_other_way(Mailbox mailbox, Jobs jobs) {
        var organisation = rows.listed("Stowarzyszenie Redakcyjne");
        var head = representative(organisation);
        var editor = people.person();

        assertThat(editors.invite(organisation.slug(), editor.email(), head)).isInstanceOf(Keeping.Done.class);
        jobs.runDue();
        var link = mailbox.last(editor.email()).link();
        var token = link.substring(link.lastIndexOf('/') + 1);

        assertThat(editors.accept(token, people.person())).isInstanceOf(Keeping.NotFound.class);
        assertThat(editors.accept("zgadywany", editor)).isInstanceOf(Keeping.NotFound.class);
        assertThat(editors.accept(token, editor)).isInstanceOf(Keeping.Done.class);
        assertThat(representations.voicesOf(editor.personId()))
                .extracting(Voice::kind)
                .containsExactly(Representation.Kind.EDITOR);
        assertThat(editors.accept(token, editor)).isInstanceOf(Keeping.NotFound.class);
    }

    @Test
    void an_invitation_makes_an_editor_even_of_one_who_asked_the_office_for_more(Mailbox mailbox, Jobs jobs) {
        var organisation = rows.listed("Stowarzyszenie Podwójnej Drogi");
        var head = representative(organisation);
        var person = people.person();
        asking.ask(organisation.slug(), "STATUTORY", "Jestem w zarządzie.", person);
        editors.invite(organisation.slug(), person.email(), head);
        jobs.runDue();
        var link = mailbox.last(person.email()).link();

        assertThat(editors.accept(link.substring(link.lastIndexOf('/') + 1), person))
                .isInstanceOf(Keeping.Done.class);

        assertThat(representations.voicesOf(person.personId()))
                .extracting(Voice::kind)
                .containsExactly(Representation.Kind.EDITOR);
    }

    @Test
    void an_editor_invites_nobody_and_ends_only_their_own_right() {
        var organisation = rows.listed("Stowarzyszenie Uprawnień");
        var head = representative(organisation);
        var editor = editor(organisation, head);
        var heads = representations.living(organisation.key(), head.personId()).orElseThrow();

        assertThat(editors.invite(organisation.slug(), "kto@example.org", editor))
                .isInstanceOf(Keeping.NotFound.class);
        assertThat(editors.end(organisation.slug(), heads.key(), editor)).isInstanceOf(Keeping.NotFound.class);
        var own = representations.living(organisation.key(), editor.personId()).orElseThrow();
        assertThat(editors.end(organisation.slug(), own.key(), editor)).isInstanceOf(Keeping.Done.class);
        assertThat(representations.voicesOf(editor.personId())).isEmpty();
    }

    @Test
    void a_right_that_is_ended_is_gone_at_once_and_can_be_given_again() {
        var organisation = rows.listed("Stowarzyszenie Kończące");
        var head = representative(organisation);
        var held = representations.living(organisation.key(), head.personId()).orElseThrow();

        assertThat(editors.end(organisation.slug(), held.key(), rows.clerk())).isInstanceOf(Keeping.Done.class);

        assertThat(representations.voice(head.personId(), organisation.slug())).isEmpty();
        assertThat(asking.ask(organisation.slug(), "STATUTORY", "Nowa kadencja.", head))
                .isInstanceOf(Asking.Done.class);
    }

    private Actor representative(Organisation organisation) {
        var person = people.person();
        asking.ask(organisation.slug(), "STATUTORY", "Zarząd.", person);
        decide(organisation, person, true, "");
        return person;
    }

    private Actor editor(Organisation organisation, Actor head) {
        var person = people.person();
        asking.ask(organisation.slug(), "STATUTORY", "Pomagam.", person);
        decide(organisation, person, true, "");
        var held = representations.living(organisation.key(), person.personId()).orElseThrow();
        representations.update(new Representation(
                held.id(),
                held.organisationId(),
                held.personId(),
                Representation.Kind.EDITOR,
                Representation.Basis.ADDED,
                "",
                null,
                held.askedAt(),
                head.personId(),
                held.decidedAt(),
                head.personId(),
                true,
                "",
                null,
                null,
                held.revision()));
        return person;
    }

    private void decide(Organisation organisation, Actor person, boolean accepted, String reason) {
        var id = representations
                .living(organisation.key(), person.personId())
                .orElseThrow()
                .key();
        assertThat(deciding.decide(organisation.slug(), id, accepted, reason, rows.clerk()))
                .isInstanceOf(Decision.Done.class);
    }
}
