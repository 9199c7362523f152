package pl.kujawskopomorskie.ngo.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent.Asking;
import pl.kujawskopomorskie.ngo.directory.AskingToRepresent.Paper;
import pl.kujawskopomorskie.ngo.directory.ConfirmingData.Confirming;
import pl.kujawskopomorskie.ngo.directory.DecidingRepresentation.Decision;
import pl.kujawskopomorskie.ngo.directory.KeepingEditors.Keeping;
import pl.kujawskopomorskie.ngo.directory.KeepingOrganisationsTest.Forgetting;
import pl.kujawskopomorskie.ngo.directory.SavingOrganisation.Saved;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** A right in an organisation gives what it gives until it ends, and nothing of it is left over afterwards. */
@PortalTest
class RightsInOrganisationTest {

    private final KeepingEditors editors;
    private final AskingToRepresent asking;
    private final DecidingRepresentation deciding;
    private final ConfirmingData confirming;
    private final ConfirmingData.Mornings mornings;
    private final SavingOrganisation saving;
    private final Organisations organisations;
    private final Representations representations;
    private final EditorInvitations invitations;
    private final ForgettingRepresentations forgetting;
    private final Speakers speakers;
    private final OrganisationRows rows;
    private final People people;
    private final Mailbox mailbox;
    private final TestClock clock;

    RightsInOrganisationTest(
            KeepingEditors editors,
            AskingToRepresent asking,
            DecidingRepresentation deciding,
            ConfirmingData confirming,
            ConfirmingData.Mornings mornings,
            SavingOrganisation saving,
            Organisations organisations,
            Representations representations,
            EditorInvitations invitations,
            ForgettingRepresentations forgetting,
            Speakers speakers,
            OrganisationRows rows,
            People people,
            Mailbox mailbox,
            TestClock clock) {
        this.editors = editors;
        this.asking = asking;
        this.deciding = deciding;
        this.confirming = confirming;
        this.mornings = mornings;
        this.saving = saving;
        this.organisations = organisations;
        this.representations = representations;
        this.invitations = invitations;
        this.forgetting = forgetting;
        this.speakers = speakers;
        this.rows = rows;
        this.people = people;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Test
    void an_editor_comes_by_the_link_that_went_to_their_address_and_by_no_other_way() {
        var organisation = rows.listed("Stowarzyszenie Redakcyjne");
        var head = speakers.representative(organisation);
        var editor = people.person();
        var token = speakers.invited(organisation, head, editor);

        assertThat(editors.accept(token, people.person())).isInstanceOf(Keeping.NotFound.class);
        assertThat(editors.accept("zgadywany", editor)).isInstanceOf(Keeping.NotFound.class);
        assertThat(editors.accept(token, editor)).isInstanceOf(Keeping.Done.class);
        assertThat(kinds(editor)).containsExactly(Representation.Kind.EDITOR);
        assertThat(editors.accept(token, editor)).isInstanceOf(Keeping.NotFound.class);
        assertThat(speakers.log(organisation))
                .contains("EDITOR_ADDED representation " + speakers.right(organisation, editor) + ", person "
                        + editor.personId());
    }

    @Test
    void an_invitation_makes_an_editor_and_what_they_asked_the_office_for_goes_on_waiting() {
        var organisation = rows.listed("Stowarzyszenie Podwójnej Drogi");
        var head = speakers.representative(organisation);
        var person = people.person();
        var asked = speakers.ask(organisation, person);

        assertThat(editors.accept(speakers.invited(organisation, head, person), person))
                .isInstanceOf(Keeping.Done.class);

        assertThat(kinds(person)).containsExactly(Representation.Kind.EDITOR);
        assertThat(representations
                        .asked(organisation.key(), person.personId())
                        .orElseThrow()
                        .key())
                .isEqualTo(asked);
    }

    @Test
    void an_invitation_ends_with_the_right_of_whoever_sent_it() {
        var organisation = rows.listed("Stowarzyszenie Zaproszeń Byłej Prezes");
        var head = speakers.representative(organisation);
        var invited = people.person();
        var token = speakers.invited(organisation, head, invited);

        editors.end(organisation.slug(), speakers.right(organisation, head), rows.clerk());

        assertThat(editors.look(token, invited)).isEmpty();
        assertThat(editors.accept(token, invited)).isInstanceOf(Keeping.NotFound.class);
        assertThat(kinds(invited)).isEmpty();
    }

    @Test
    void nobody_comes_back_by_an_invitation_that_went_to_them_before_their_right_ended() {
        var organisation = rows.listed("Stowarzyszenie Zapasowych Zaproszeń");
        var head = speakers.representative(organisation);
        var editor = speakers.editor(organisation, head);
        var spare = speakers.invited(organisation, head, editor);

        assertThat(editors.end(organisation.slug(), speakers.right(organisation, editor), head))
                .isInstanceOf(Keeping.Done.class);

        assertThat(editors.accept(spare, editor)).isInstanceOf(Keeping.NotFound.class);
        assertThat(kinds(editor)).isEmpty();
    }

    @Test
    void an_invitation_of_an_erased_person_is_gone_with_them(Forgetting erasing) {
        var organisation = rows.listed("Stowarzyszenie Usuniętego Konta");
        var head = speakers.representative(organisation);
        var invited = people.person();
        var token = speakers.invited(organisation, head, invited);

        erasing.erase(head.personId());

        assertThat(editors.accept(token, invited)).isInstanceOf(Keeping.NotFound.class);
        assertThat(invitations.namesInviting(invited.personId())).isEmpty();
    }

    @Test
    void a_representative_removes_an_editor_and_an_editor_nobody_but_themselves() {
        var organisation = rows.listed("Stowarzyszenie Uprawnień");
        var head = speakers.representative(organisation);
        var first = speakers.editor(organisation, head);
        var second = speakers.editor(organisation, head);

        assertThat(editors.invite(organisation.slug(), "kto@example.org", first))
                .isInstanceOf(Keeping.NotFound.class);
        assertThat(editors.end(organisation.slug(), speakers.right(organisation, head), first))
                .isInstanceOf(Keeping.NotFound.class);
        assertThat(editors.end(organisation.slug(), speakers.right(organisation, second), first))
                .isInstanceOf(Keeping.NotFound.class);
        assertThat(editors.end(organisation.slug(), speakers.right(organisation, first), first))
                .isInstanceOf(Keeping.Done.class);
        assertThat(editors.end(organisation.slug(), speakers.right(organisation, second), head))
                .isInstanceOf(Keeping.Done.class);

        assertThat(kinds(first)).isEmpty();
        assertThat(kinds(second)).isEmpty();
        assertThat(mailbox.last(second.email()).body()).contains("Stowarzyszenie Uprawnień");
    }

    @Test
    void a_representative_takes_an_invitation_back_and_an_editor_does_not() {
        var organisation = rows.listed("Stowarzyszenie Cofnięte");
        var head = speakers.representative(organisation);
        var editor = speakers.editor(organisation, head);
        var invited = people.person();
        var token = speakers.invited(organisation, head, invited);
        var waiting = invitations.of(organisation.key(), clock.instant(), 10).getLast();

        assertThat(editors.uninvite(organisation.slug(), waiting.key(), editor)).isInstanceOf(Keeping.NotFound.class);
        assertThat(editors.look(token, invited)).isPresent();
        assertThat(editors.uninvite(organisation.slug(), waiting.key(), head)).isInstanceOf(Keeping.Done.class);

        assertThat(editors.accept(token, invited)).isInstanceOf(Keeping.NotFound.class);
        assertThat(speakers.log(organisation)).contains("EDITOR_UNINVITED invitation " + waiting.key());
    }

    @Test
    void an_invitation_works_for_two_weeks_and_its_address_is_forgotten_then() {
        var organisation = rows.listed("Stowarzyszenie Spóźnialskich");
        var head = speakers.representative(organisation);
        var invited = people.person();
        var token = speakers.invited(organisation, head, invited);

        forgetting.run();
        assertThat(editors.look(token, invited)).isPresent();
        clock.advance(Duration.ofDays(14));
        assertThat(editors.accept(token, invited)).isInstanceOf(Keeping.NotFound.class);
        forgetting.run();

        assertThat(invitations.namesInviting(invited.personId())).isEmpty();
    }

    @Test
    void words_of_a_request_are_forgotten_two_years_after_it_came_to_nothing() {
        var organisation = rows.listed("Stowarzyszenie Pamięci Dwuletniej");
        var refused = people.person();
        var paper = new Paper("pelnomocnictwo.txt", "Upoważniamy.".getBytes(StandardCharsets.UTF_8));
        asking.ask(organisation.slug(), "POWER_OF_ATTORNEY", "Mam pełnomocnictwo.", paper, refused);
        var request = representations
                .asked(organisation.key(), refused.personId())
                .orElseThrow()
                .key();
        deciding.decide(organisation.slug(), request, false, "Brak.", rows.clerk());
        var ended = speakers.representative(organisation);
        editors.end(organisation.slug(), speakers.right(organisation, ended), rows.clerk());
        var holding = speakers.representative(organisation);

        clock.advance(Duration.ofDays(729));
        forgetting.run();
        assertThat(List.of(refused, ended, holding))
                .noneSatisfy(person -> assertThat(words(person)).isEmpty());
        clock.advance(Duration.ofDays(3));
        forgetting.run();

        assertThat(List.of(refused, ended))
                .allSatisfy(person -> assertThat(words(person)).isEmpty());
        assertThat(words(holding)).isNotEmpty();
        assertThat(representations.file(request, organisation.key())).isEmpty();
    }

    @Test
    void nobody_speaks_for_what_is_struck_off_and_nobody_comes_to_it() {
        var organisation = rows.listed("Stowarzyszenie Wykreślone");
        var head = speakers.representative(organisation);
        var invited = people.person();
        var token = speakers.invited(organisation, head, invited);
        var waiting = people.person();
        var asked = speakers.ask(organisation, waiting);

        speakers.struckOff(organisation);

        assertThat(representations.voicesOf(head.personId())).isEmpty();
        assertThat(representations.voice(head.personId(), organisation.slug())).isEmpty();
        assertThat(asking.ask(organisation.slug(), "STATUTORY", "Zarząd.", people.person()))
                .isInstanceOf(Asking.Invalid.class);
        assertThat(editors.invite(organisation.slug(), "kto@example.org", head)).isInstanceOf(Keeping.Invalid.class);
        assertThat(editors.accept(token, invited)).isInstanceOf(Keeping.Invalid.class);
        assertThat(deciding.decide(organisation.slug(), asked, true, "", rows.clerk()))
                .isInstanceOf(Decision.Invalid.class);
        assertThat(deciding.decide(organisation.slug(), asked, false, "Wykreślone.", rows.clerk()))
                .isInstanceOf(Decision.Done.class);
        assertThat(change(organisation, "Chełmża", head)).isInstanceOf(Saved.Forbidden.class);
        assertThat(confirming.confirmSigned(organisation.slug(), head)).isInstanceOf(Confirming.Forbidden.class);
    }

    @Test
    void the_link_that_confirms_ends_with_the_right_of_a_representative(Forgetting erasing) {
        var first = rows.listed("Stowarzyszenie Linku Pierwsze");
        var second = rows.listed("Stowarzyszenie Linku Drugie");
        var ended = speakers.representative(first);
        var erased = speakers.representative(second);
        clock.advance(Duration.ofDays(340));
        askAll();
        var tokens = List.of(token(ended.email()), token(erased.email()));
        assertThat(tokens)
                .allSatisfy(token -> assertThat(confirming.look(token)).isPresent());

        editors.end(first.slug(), speakers.right(first, ended), rows.clerk());
        erasing.erase(erased.personId());

        assertThat(tokens)
                .allSatisfy(token -> assertThat(confirming.confirm(token, null)).isEmpty());
    }

    @Test
    void the_link_that_confirms_ends_when_the_address_changes_and_the_new_one_is_asked() {
        var organisation = rows.listed(rows.entry("Stowarzyszenie Nowego Adresu")
                .with(OrganisationField.CONTACT_EMAIL, "stary-adres@example.pl"));
        clock.advance(Duration.ofDays(340));
        askAll();
        var token = token("stary-adres@example.pl");

        var entry = organisation
                .facts(saving.spheres(organisation))
                .entry()
                .with(OrganisationField.CONTACT_EMAIL, "nowy-adres@example.pl");
        saving.change(organisation.slug(), organisation.revision(), entry, rows.clerk());
        assertThat(confirming.confirm(token, null)).isEmpty();
        askAll();

        assertThat(confirming.confirm(token("nowy-adres@example.pl"), null)).isPresent();
    }

    @Test
    void who_waits_while_their_right_ends_changes_and_confirms_and_invites_nothing() throws Exception {
        var organisation = rows.listed("Stowarzyszenie Wyścigowe");

        var changing = speakers.representative(organisation);
        assertThat(whileEnding(organisation, changing, () -> change(organisation, "Chełmża", changing)))
                .isInstanceOf(Saved.Forbidden.class);
        var confirms = speakers.representative(organisation);
        assertThat(whileEnding(organisation, confirms, () -> confirming.confirmSigned(organisation.slug(), confirms)))
                .isInstanceOf(Confirming.Forbidden.class);
        var invites = speakers.representative(organisation);
        assertThat(whileEnding(
                        organisation, invites, () -> editors.invite(organisation.slug(), "kto@example.org", invites)))
                .isInstanceOf(Keeping.NotFound.class);
        var head = speakers.representative(organisation);
        var invited = people.person();
        var token = speakers.invited(organisation, head, invited);
        assertThat(whileEnding(organisation, head, () -> editors.accept(token, invited)))
                .isInstanceOf(Keeping.NotFound.class);

        assertThat(organisations.findById(organisation.key()).orElseThrow().town())
                .isEqualTo("Toruń");
        assertThat(kinds(invited)).isEmpty();
    }

    @Test
    void inviting_twice_at_once_sends_one_link_that_works() throws Exception {
        var organisation = rows.listed("Stowarzyszenie Dwóch Kliknięć");
        var head = speakers.representative(organisation);
        for (int round = 0; round < 5; round++) {
            var invited = people.person();
            var start = new CountDownLatch(1);
            try (var both = Executors.newFixedThreadPool(2)) {
                Callable<Keeping> click = () -> {
                    start.await();
                    return editors.invite(organisation.slug(), invited.email(), head);
                };
                var clicks = List.of(both.submit(click), both.submit(click));
                start.countDown();
                for (var one : clicks) {
                    assertThat(one.get()).isInstanceOf(Keeping.Done.class);
                }
            }
            assertThat(invitations.namesInviting(invited.personId())).hasSize(1);
        }
    }

    @Test
    void a_merger_loses_no_request_but_one_that_has_nothing_left_to_ask_for(
            MergingOrganisations merging, Doubles doubles) {
        var pair = doubles.find(rows.pair("Stowarzyszenie Łączone Z Prośbami")).orElseThrow();
        var stays = organisations.findById(pair.lowerId()).orElseThrow();
        var ends = organisations.findById(pair.higherId()).orElseThrow();
        var head = speakers.representative(stays);
        var editor = speakers.editor(stays, head);
        var kept = speakers.ask(ends, editor);
        var moot = speakers.ask(ends, head);
        var twice = people.person();
        var older = speakers.ask(stays, twice);
        var newer = speakers.ask(ends, twice);

        assertThat(merging.merge(pair.id(), stays.key(), stays.revision(), ends.revision(), rows.clerk()))
                .isInstanceOf(MergingOrganisations.Merging.Done.class);

        assertThat(kinds(editor)).containsExactly(Representation.Kind.EDITOR);
        assertThat(asked(stays, editor)).contains(kept);
        assertThat(kinds(head)).containsExactly(Representation.Kind.REPRESENTATIVE);
        assertThat(asked(stays, head)).isEmpty();
        assertThat(asked(stays, twice)).contains(older);
        assertThat(speakers.log(ends))
                .contains(
                        "REPRESENTATION_WITHDRAWN representation " + moot + ", person " + head.personId(),
                        "REPRESENTATION_WITHDRAWN representation " + newer + ", person " + twice.personId());
    }

    /** What somebody gets who began while another transaction held the organisation and ended the right of a person. */
    private <T> T whileEnding(Organisation organisation, Actor person, Callable<T> work) throws Exception {
        var right = speakers.right(organisation, person);
        try (var other = Executors.newSingleThreadExecutor()) {
            var late = new AtomicReference<Future<T>>();
            speakers.holding(organisation, () -> {
                var begun = other.submit(work);
                late.set(begun);
                try {
                    begun.get(400, TimeUnit.MILLISECONDS);
                    throw new AssertionError("It did not wait for who holds the organisation");
                } catch (TimeoutException e) {
                    editors.end(organisation.slug(), right, rows.clerk());
                } catch (InterruptedException | ExecutionException e) {
                    throw new AssertionError(e);
                }
            });
            return late.get().get(20, TimeUnit.SECONDS);
        }
    }

    private Saved change(Organisation organisation, String town, Actor actor) {
        var now = organisations.findById(organisation.key()).orElseThrow();
        var entry = now.facts(saving.spheres(now)).entry().with(OrganisationField.TOWN, town);
        return saving.change(now.slug(), now.revision(), entry, actor);
    }

    private List<Representation.Kind> kinds(Actor person) {
        return representations.voicesOf(person.personId()).stream()
                .map(Voice::kind)
                .toList();
    }

    // A morning asks only so many, and other tests have organisations too.
    private void askAll() {
        for (int morning = 0; morning < 5; morning++) {
            mornings.run();
        }
    }

    private Optional<Long> asked(Organisation organisation, Actor person) {
        return representations.asked(organisation.key(), person.personId()).map(Representation::key);
    }

    private String words(Actor person) {
        return representations.statements(person.personId()).getFirst().statement();
    }

    private String token(String email) {
        var link = mailbox.last(email).link();
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
