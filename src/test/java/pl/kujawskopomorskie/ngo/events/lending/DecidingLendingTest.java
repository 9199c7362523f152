package pl.kujawskopomorskie.ngo.events.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pl.kujawskopomorskie.ngo.events.lending.LendingRows.at;
import static pl.kujawskopomorskie.ngo.events.lending.LendingRows.entry;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.directory.OrganisationRows;
import pl.kujawskopomorskie.ngo.directory.Voice;
import pl.kujawskopomorskie.ngo.events.lending.AskingToBorrow.Asked;
import pl.kujawskopomorskie.ngo.events.lending.DecidingLending.Decision;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.Mailbox;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class DecidingLendingTest {

    private final LendingRows rows;
    private final Resources resources;
    private final Lendings lendings;
    private final LentItems items;
    private final AskingToBorrow asking;
    private final DecidingLending deciding;
    private final KeepingResources keeping;
    private final HandingOut handing;
    private final LendingLetters letters;
    private final LentToPerson personal;
    private final LinksOfBorrowers links;
    private final ForgettingBorrowers forgetting;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionOperations<Connection> transactions;
    private final TestClock clock;
    private final Mailbox mailbox;
    private final People people;
    private final Actor clerk;

    DecidingLendingTest(
            LendingRows rows,
            Resources resources,
            Lendings lendings,
            LentItems items,
            AskingToBorrow asking,
            DecidingLending deciding,
            KeepingResources keeping,
            HandingOut handing,
            LendingLetters letters,
            LentToPerson personal,
            LinksOfBorrowers links,
            ForgettingBorrowers forgetting,
            Outbox outbox,
            AuditLog audit,
            TransactionOperations<Connection> transactions,
            TestClock clock,
            Mailbox mailbox,
            People people) {
        this.rows = rows;
        this.resources = resources;
        this.lendings = lendings;
        this.items = items;
        this.asking = asking;
        this.deciding = deciding;
        this.keeping = keeping;
        this.handing = handing;
        this.letters = letters;
        this.personal = personal;
        this.links = links;
        this.forgetting = forgetting;
        this.outbox = outbox;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.mailbox = mailbox;
        this.people = people;
        this.clerk = people.person(Role.CLERK);
    }

    @Test
    void a_request_is_accepted_mailed_withdrawn_and_free_again() {
        var room = rows.room();
        var person = people.person();
        var first = rows.asked(person, room, 5, 9, 12);
        var meeting = rows.asked(people.person(), room, 5, 11, 13);
        var after = rows.asked(people.person(), room, 5, 12, 14);

        assertThat(deciding.accept(first.key(), clerk)).isInstanceOf(Decision.Done.class);
        assertThat(deciding.accept(first.key(), clerk)).isInstanceOf(Decision.Done.class);
        assertThat(mailbox.to(person.email()))
                .extracting(Mailbox.Mail::subject)
                .containsExactly("Mamy Twoją prośbę o wypożyczenie", "Prośba o wypożyczenie przyjęta");
        assertThat(deciding.accept(meeting.key(), clerk))
                .isInstanceOfSatisfying(
                        Decision.Clash.class,
                        clash -> assertThat(clash.lacking()).hasSize(1));
        assertThat(deciding.accept(after.key(), clerk))
                .as("one that begins when another ends")
                .isInstanceOf(Decision.Done.class);
        assertThat(ask(room, at(5, 10), at(5, 11)))
                .isInstanceOfSatisfying(
                        Asked.Invalid.class,
                        invalid -> assertThat(invalid.errors().at("startsOn").key())
                                .isEqualTo("lending.ask.room.taken"));

        assertThat(deciding.withdraw(first.key(), people.person())).isInstanceOf(Decision.NotFound.class);
        assertThat(deciding.withdraw(first.key(), person)).isInstanceOf(Decision.Done.class);
        assertThat(deciding.withdraw(first.key(), person)).isInstanceOf(Decision.Done.class);
        assertThat(deciding.accept(first.key(), clerk)).isInstanceOf(Decision.WrongMoment.class);
        assertThat(ask(room, at(5, 9), at(5, 11))).isInstanceOf(Asked.Done.class);
    }

    @Test
    void refusing_and_cancelling_need_a_reason_that_is_mailed() {
        var room = rows.room();
        var person = people.person();
        var one = rows.asked(person, room, 6, 9, 12);
        assertThat(deciding.refuse(one.key(), "", clerk)).isInstanceOf(Decision.Invalid.class);
        assertThat(deciding.refuse(one.key(), "Remont.", people.person(Role.AUDITOR)))
                .isInstanceOf(Decision.Forbidden.class);
        assertThat(deciding.refuse(one.key(), "Remont.", clerk)).isInstanceOf(Decision.Done.class);
        assertThat(mailbox.last(person.email()).body()).contains("Remont.");
        assertThat(deciding.cancel(one.key(), "Powódź.", clerk)).isInstanceOf(Decision.WrongMoment.class);

        var other = rows.asked(person, room, 6, 9, 12);
        deciding.accept(other.key(), clerk);
        assertThat(deciding.cancel(other.key(), "Powódź.", clerk)).isInstanceOf(Decision.Done.class);
        assertThat(deciding.cancel(other.key(), "Powódź.", clerk)).isInstanceOf(Decision.Done.class);
        assertThat(mailbox.last(person.email()).body()).contains("Powódź.");
        assertThat(lendings.findById(other.key()).orElseThrow().state()).isEqualTo(LendingState.CANCELLED);
    }

    @Test
    void a_form_sent_twice_is_one_request() throws Exception {
        var form = entry(Map.of(rows.room().key(), 1), at(5, 9), at(5, 10));
        var person = people.person();

        var results = AtOnce.<Asked>run(List.of(
                () -> asking.ask(form, person, null, Language.POLISH),
                () -> asking.ask(form, person, null, Language.POLISH)));

        assertThat(results)
                .extracting(result -> ((Asked.Done) result).lending().key())
                .containsOnly(
                        lendings.findByFormToken(form.formToken()).orElseThrow().key());
        assertThat(lendings.ofPerson(person.personId(), 9)).hasSize(1);
    }

    @Test
    void terms_have_rules() {
        var room = rows.room();
        var closed = keeping.add(
                new ResourceEntry(
                        ResourceKind.ROOM,
                        "Sala weekendowa",
                        "",
                        "Toruń",
                        12,
                        "",
                        "",
                        OpeningHours.of("6=10:00-12:00"),
                        1,
                        true),
                UUID.randomUUID().toString(),
                clerk);
        var weekend = ((KeepingResources.Keeping.Done) closed).resource();
        var chairs = rows.equipment(4);

        assertThat(wrong(Map.of(room.key(), 1), at(0, 9), at(0, 11))).containsKey("startsOn");
        assertThat(wrong(Map.of(room.key(), 1), at(5, 11), at(5, 9))).containsKey("endsTime");
        assertThat(wrong(Map.of(room.key(), 1), at(5, 7), at(5, 9))).containsKey("startsTime");
        assertThat(wrong(Map.of(room.key(), 1), at(5, 9), at(6, 9))).containsKey("startsTime");
        assertThat(wrong(Map.of(weekend.key(), 1), at(3, 10), at(3, 11))).containsKey("startsTime");
        assertThat(wrong(Map.of(weekend.key(), 1), at(8, 10), at(8, 11))).isEmpty();
        assertThat(wrong(Map.of(room.key(), 1, weekend.key(), 1), at(8, 10), at(8, 11)))
                .containsKey("things");
        assertThat(wrong(Map.of(chairs.key(), 5), at(5, 9), at(6, 9))).containsKey("pieces-" + chairs.key());
        assertThat(wrong(Map.of(chairs.key(), 4), at(5, 9), at(35, 9))).isEmpty();
        assertThat(wrong(Map.of(chairs.key(), 4), at(5, 9), at(36, 9))).containsKey("endsOn");
        assertThat(wrong(Map.of(chairs.key(), 4), at(400, 9), at(401, 9))).containsKey("startsOn");
        assertThat(wrong(Map.of(), at(5, 9), at(5, 10))).containsKey("things");
        assertThat(wrong(Map.of(999_999_999L, 1), at(5, 9), at(5, 10))).containsKey("things");
    }

    @Test
    void a_term_over_the_night_of_winter_time_is_an_hour_longer_and_a_room_is_open_by_the_clock_on_its_wall() {
        clock.set(Instant.parse("2027-10-20T08:00:00Z"));
        var room = rows.room();
        var morning =
                LocalDate.of(2027, 10, 31).atTime(8, 0).atZone(OfficeTime.ZONE).toInstant();

        assertThat(ask(room, morning, morning.plus(Duration.ofHours(12)))).isInstanceOf(Asked.Done.class);
        assertThat(wrong(Map.of(room.key(), 1), morning.minus(Duration.ofHours(1)), morning))
                .containsKey("startsTime");
    }

    @Test
    @Timeout(600)
    void of_twelve_requests_for_a_room_accepted_at_once_no_two_meet() throws Exception {
        for (var round = 0; round < 3; round++) {
            var room = rows.room();
            var person = people.person();
            var asked = new ArrayList<Lending>();
            for (var hour = 8; hour < 14; hour++) {
                asked.add(rows.asked(person, room, 7, hour, hour + 2));
                asked.add(rows.asked(person, room, 7, hour, hour + 3));
            }

            var results = AtOnce.<Decision>run(asked.stream()
                    .map(each -> (Callable<Decision>) () -> deciding.accept(each.key(), clerk))
                    .toList());

            assertThat(results).allMatch(each -> each instanceof Decision.Done || each instanceof Decision.Clash);
            assertThat(results).filteredOn(Decision.Done.class::isInstance).isNotEmpty();
            assertNeverTooMany(room, 7, 8);
        }
    }

    @Test
    @Timeout(600)
    void of_ten_who_want_three_of_seven_pieces_at_once_two_get_them() throws Exception {
        var chairs = rows.equipment(7);
        var asked = new ArrayList<Lending>();
        for (var number = 0; number < 10; number++) {
            asked.add(((Asked.Done) asking.ask(
                            entry(Map.of(chairs.key(), 3), at(7, 9), at(9, 9)), people.person(), null, Language.POLISH))
                    .lending());
        }

        var results = AtOnce.<Decision>run(asked.stream()
                .map(each -> (Callable<Decision>) () -> deciding.accept(each.key(), clerk))
                .toList());

        assertThat(results).filteredOn(Decision.Done.class::isInstance).hasSize(2);
        assertNeverTooMany(chairs, 7, 10);
    }

    @Test
    void without_the_lock_a_room_is_promised_twice() throws Exception {
        var room = rows.room();
        var one = rows.asked(people.person(), room, 5, 9, 12);
        var other = rows.asked(people.person(), room, 5, 10, 11);
        var bothHaveCounted = new CyclicBarrier(2);
        var careless = new DecidingLending(
                AtOnce.watched(Resources.class, resources, "lock", arguments -> List.of(room)),
                lendings,
                AtOnce.watched(LentItems.class, items, "taken", arguments -> {
                    bothHaveCounted.await();
                    return List.of();
                }),
                letters,
                outbox,
                audit,
                clock);

        var results = AtOnce.<Decision>run(List.of(
                () -> transactions.executeWrite(status -> careless.acceptOnce(one.key(), clerk)),
                () -> transactions.executeWrite(status -> careless.acceptOnce(other.key(), clerk))));

        assertThat(results).allMatch(Decision.Done.class::isInstance);
        assertThat(items.taken(List.of(room.key()), at(5, 0), at(6, 0), clock.instant()))
                .hasSize(2);
    }

    @Test
    @Timeout(600)
    void whatever_is_asked_and_taken_back_what_is_accepted_never_exceeds_what_there_is() {
        var random = new Random(20261120);
        var room = rows.room();
        var chairs = rows.equipment(5);
        var person = people.person();
        var accepted = new ArrayList<Lending>();
        for (var round = 0; round < 80; round++) {
            var day = 3 + random.nextInt(4);
            var from = 8 + random.nextInt(10);
            var until = from + 1 + random.nextInt(20 - from);
            Map<Long, Integer> things = new HashMap<>();
            if (random.nextBoolean()) {
                things.put(room.key(), 1);
            }
            if (things.isEmpty() || random.nextBoolean()) {
                things.put(chairs.key(), 1 + random.nextInt(4));
            }
            if (asking.ask(entry(things, at(day, from), at(day, until)), person, null, Language.POLISH)
                            instanceof Asked.Done(var asked)
                    && deciding.accept(asked.key(), clerk) instanceof Decision.Done) {
                accepted.add(asked);
            }
            if (!accepted.isEmpty() && random.nextInt(3) == 0) {
                deciding.withdraw(
                        accepted.remove(random.nextInt(accepted.size())).key(), person);
            }
            assertNeverTooMany(room, 3, 7);
            assertNeverTooMany(chairs, 3, 7);
        }
        assertThat(accepted).hasSizeGreaterThan(5);
    }

    @Test
    void pieces_are_never_fewer_than_are_lent_and_what_is_not_lent_any_more_keeps_its_terms() {
        var chairs = rows.equipment(5);
        var asked = ((Asked.Done) asking.ask(
                        entry(Map.of(chairs.key(), 3), at(5, 9), at(6, 9)), people.person(), null, Language.POLISH))
                .lending();
        deciding.accept(asked.key(), clerk);

        assertThat(keeping.change(chairs.key(), 0, pieces(2, true), clerk))
                .isInstanceOfSatisfying(
                        KeepingResources.Keeping.Invalid.class,
                        invalid -> assertThat(invalid.errors().at("pieces").arguments())
                                .containsExactly(3));
        assertThat(keeping.change(chairs.key(), 0, pieces(3, false), clerk))
                .isInstanceOf(KeepingResources.Keeping.Done.class);
        assertThat(keeping.change(chairs.key(), 0, pieces(4, true), clerk))
                .isInstanceOf(KeepingResources.Keeping.Stale.class);
        assertThat(lendings.findById(asked.key()).orElseThrow().state()).isEqualTo(LendingState.ACCEPTED);
        assertThat(wrong(Map.of(chairs.key(), 1), at(9, 9), at(9, 10))).containsKey("things");
    }

    @Test
    void equipment_is_handed_out_on_its_day_once_and_only_if_it_is_back() {
        var speakers = rows.equipment(1);
        var first = rows.asked(people.person(), speakers, 1, 8, 10);
        var next = rows.asked(people.person(), speakers, 1, 10, 12);
        deciding.accept(first.key(), clerk);
        deciding.accept(next.key(), clerk);
        assertThat(handing.handOut(first.key(), speakers.key(), "", clerk)).isInstanceOf(Decision.WrongMoment.class);

        clock.set(at(1, 9));
        assertThat(handing.handOut(first.key(), speakers.key(), "Sprawne.", people.person()))
                .isInstanceOf(Decision.Forbidden.class);
        assertThat(handing.handOut(first.key(), speakers.key(), "Sprawne.", clerk))
                .isInstanceOf(Decision.Done.class);
        assertThat(handing.handOut(first.key(), speakers.key(), "Sprawne.", clerk))
                .isInstanceOf(Decision.Done.class);
        assertThat(deciding.cancel(first.key(), "Nie.", clerk)).isInstanceOf(Decision.WrongMoment.class);
        clock.set(at(1, 10));
        assertThat(handing.handOut(next.key(), speakers.key(), "", clerk))
                .isInstanceOfSatisfying(
                        Decision.WrongMoment.class,
                        late -> assertThat(late.sentenceKey()).isEqualTo("lending.handOut.notBack"));

        assertThat(handing.takeBack(first.key(), speakers.key(), "Rysa.", clerk))
                .isInstanceOf(Decision.Done.class);
        assertThat(handing.takeBack(first.key(), speakers.key(), "Druga.", clerk))
                .isInstanceOf(Decision.Done.class);
        assertThat(items.of(first.key()).getFirst().returnedNote()).isEqualTo("Rysa.");
        assertThat(handing.handOut(next.key(), speakers.key(), "", clerk)).isInstanceOf(Decision.Done.class);
    }

    @Test
    void equipment_is_not_handed_out_early_over_a_term_that_others_were_promised() {
        var projector = rows.equipment(1);
        var morning = rows.asked(people.person(), projector, 1, 8, 12);
        var afternoon = rows.asked(people.person(), projector, 1, 14, 18);
        deciding.accept(morning.key(), clerk);
        deciding.accept(afternoon.key(), clerk);

        clock.set(at(1, 7));
        assertThat(handing.handOut(afternoon.key(), projector.key(), "", clerk))
                .isEqualTo(new Decision.Between(morning.startsAt(), morning.endsAt()));
        clock.set(at(1, 8));
        assertThat(handing.handOut(morning.key(), projector.key(), "", clerk)).isInstanceOf(Decision.Done.class);
        clock.set(at(1, 11));
        handing.takeBack(morning.key(), projector.key(), "", clerk);
        assertThat(handing.handOut(afternoon.key(), projector.key(), "", clerk))
                .as("given back before its time")
                .isInstanceOf(Decision.Done.class);
    }

    @Test
    void who_comes_early_is_told_of_the_term_that_leaves_too_few_pieces() {
        var chairs = rows.equipment(5);
        var one = rows.asked(people.person(), chairs, 1, 8, 18);
        var four = asked(Map.of(chairs.key(), 4), at(1, 14), at(1, 16));
        var evening = rows.asked(people.person(), chairs, 1, 17, 19);
        for (var each : List.of(one, four, evening)) {
            assertThat(deciding.accept(each.key(), clerk)).isInstanceOf(Decision.Done.class);
        }
        clock.set(at(1, 9));

        assertThat(handing.handOut(evening.key(), chairs.key(), "", clerk))
                .isEqualTo(new Decision.Between(four.startsAt(), four.endsAt()));
    }

    @Test
    void what_is_not_given_back_in_time_is_nobody_elses_on_that_day_and_the_office_is_told(LookingAtLendings looking) {
        var projector = rows.equipment(1);
        var late = rows.asked(people.person(), projector, 1, 8, 10);
        var evening = rows.asked(people.person(), projector, 1, 16, 18);
        var tomorrow = rows.asked(people.person(), projector, 2, 9, 10);
        deciding.accept(late.key(), clerk);
        clock.set(at(1, 9));
        handing.handOut(late.key(), projector.key(), "", clerk);
        assertThat(looking.overdue(looking.of(evening.key()).orElseThrow(), clock.instant()))
                .isEmpty();
        clock.set(at(1, 12));

        assertThat(wrong(Map.of(projector.key(), 1), at(1, 16), at(1, 18))).containsKey("pieces-" + projector.key());
        assertThat(deciding.accept(evening.key(), clerk)).isInstanceOf(Decision.Clash.class);
        assertThat(deciding.accept(tomorrow.key(), clerk)).isInstanceOf(Decision.Done.class);
        assertThat(looking.overdue(looking.of(tomorrow.key()).orElseThrow(), clock.instant()))
                .extracting(
                        overdue -> overdue.term().lendingId(),
                        overdue -> overdue.term().endsAt())
                .containsExactly(tuple(late.key(), late.endsAt()));

        handing.takeBack(late.key(), projector.key(), "", clerk);
        assertThat(deciding.accept(evening.key(), clerk)).isInstanceOf(Decision.Done.class);
        assertThat(looking.overdue(looking.of(tomorrow.key()).orElseThrow(), clock.instant()))
                .isEmpty();
    }

    @Test
    void many_long_names_are_listed_whole_and_mails_say_how_many_pieces(LookingAtLendings looking) {
        var things = new HashMap<Long, Integer>();
        for (var number = 1; number <= 6; number++) {
            var kept = keeping.add(
                    new ResourceEntry(
                            ResourceKind.EQUIPMENT,
                            "Ż".repeat(190) + number,
                            "",
                            "",
                            0,
                            "",
                            "",
                            new OpeningHours(Map.of()),
                            9,
                            true),
                    UUID.randomUUID().toString(),
                    clerk);
            things.put(((KeepingResources.Keeping.Done) kept).resource().key(), number);
        }
        var person = people.person();
        asking.ask(entry(things, at(5, 9), at(5, 10)), person, null, Language.POLISH);

        var listed = looking.own(person).getFirst().things();
        for (var number = 1; number <= 6; number++) {
            assertThat(listed).contains("Ż" + number + " × " + number);
        }
        assertThat(mailbox.last(person.email()).body()).contains(listed);
        assertThat(personal.exported(person.personId()).toString()).contains(listed);
    }

    @Test
    @Timeout(120)
    void a_form_of_a_room_sent_twice_at_once_is_one_room() throws Exception {
        var form = UUID.randomUUID().toString();
        var twin = pieces(3, true);

        var results = AtOnce.<KeepingResources.Keeping>run(
                List.of(() -> keeping.add(twin, form, clerk), () -> keeping.add(twin, form, clerk)));

        assertThat(results)
                .extracting(result ->
                        ((KeepingResources.Keeping.Done) result).resource().key())
                .containsOnly(resources.ofForm(form).orElseThrow().key());
    }

    @Test
    void who_is_forgotten_takes_own_requests_back_and_leaves_no_name() {
        var person = people.person();
        var room = rows.room();
        var asked = rows.asked(person, room, 5, 9, 10);
        deciding.accept(asked.key(), clerk);
        assertThat(personal.exported(person.personId()).toString()).contains("Zebranie.", room.name());

        transactions.executeWrite(status -> {
            personal.erase(person.personId());
            return true;
        });

        var kept = lendings.findById(asked.key()).orElseThrow();
        assertThat(kept.state()).isEqualTo(LendingState.WITHDRAWN);
        assertThat(kept.name() + kept.email() + kept.purpose() + kept.organisationName())
                .isEmpty();
        assertThat(kept.personId()).isNull();
    }

    @Test
    void borrowers_are_emptied_a_year_later_unless_something_is_still_out() {
        var speakers = rows.equipment(2);
        var back = rows.asked(people.person(), speakers, 1, 8, 10);
        var out = rows.asked(people.person(), speakers, 1, 8, 10);
        deciding.accept(back.key(), clerk);
        deciding.accept(out.key(), clerk);
        clock.set(at(1, 9));
        handing.handOut(out.key(), speakers.key(), "", clerk);

        clock.set(at(367, 10));
        forgetting.run();

        assertThat(lendings.findById(back.key()).orElseThrow().email()).isEmpty();
        assertThat(lendings.findById(out.key()).orElseThrow().email()).isNotEmpty();
    }

    @Test
    void requests_follow_an_organisation_that_is_merged(OrganisationRows organisations) {
        var from = organisations.full("Klub Łączony Sprzętowo").key();
        var to = organisations.full("Klub Zostający Sprzętowo").key();
        var voice =
                new Voice(from, "klub", "Klub Łączony", pl.kujawskopomorskie.ngo.directory.Representation.Kind.EDITOR);
        var asked = ((Asked.Done) asking.ask(
                        entry(Map.of(rows.room().key(), 1), at(5, 9), at(5, 10)),
                        people.person(),
                        voice,
                        Language.POLISH))
                .lending();

        transactions.executeWrite(status -> {
            links.move(from, to, clerk.personId());
            return true;
        });

        assertThat(lendings.findById(asked.key()).orElseThrow().organisationId())
                .isEqualTo(to);
    }

    /** Counts by the minute, without the sums that the portal itself makes. */
    private void assertNeverTooMany(Resource resource, int firstDay, int lastDay) {
        var taken = items.taken(List.of(resource.key()), at(firstDay, 0), at(lastDay + 1, 0), clock.instant());
        for (var term : taken) {
            var out = taken.stream()
                    .filter(other -> !other.startsAt().isAfter(term.startsAt())
                            && other.endsAt().isAfter(term.startsAt()))
                    .mapToInt(LentItems.Taken::pieces)
                    .sum();
            assertThat(out).isLessThanOrEqualTo(resource.pieces());
        }
    }

    private Asked ask(Resource resource, Instant from, Instant until) {
        return asking.ask(entry(Map.of(resource.key(), 1), from, until), people.person(), null, Language.POLISH);
    }

    private Lending asked(Map<Long, Integer> things, Instant from, Instant until) {
        return ((Asked.Done) asking.ask(entry(things, from, until), people.person(), null, Language.POLISH)).lending();
    }

    private Map<String, String> wrong(Map<Long, Integer> things, Instant from, Instant until) {
        return asking.ask(entry(things, from, until), people.person(), null, Language.POLISH)
                        instanceof Asked.Invalid(var errors)
                ? errors.all().stream()
                        .collect(Collectors.toMap(FormErrors.FormError::field, FormErrors.FormError::key))
                : Map.of();
    }

    private static ResourceEntry pieces(int pieces, boolean inUse) {
        return new ResourceEntry(
                ResourceKind.EQUIPMENT, "Krzesła", "", "", 0, "", "", new OpeningHours(Map.of()), pieces, inUse);
    }
}
