package pl.kujawskopomorskie.ngo.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.kujawskopomorskie.ngo.accounts.AuditEntries;
import pl.kujawskopomorskie.ngo.accounts.AuditFilter;
import pl.kujawskopomorskie.ngo.accounts.OpeningDemoAccounts;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.ConsultationCatalogue;
import pl.kujawskopomorskie.ngo.consultations.ConsultationFilter;
import pl.kujawskopomorskie.ngo.consultations.ConsultationState;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.DraftUnits;
import pl.kujawskopomorskie.ngo.consultations.DraftVersions;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.RemarkCounts;
import pl.kujawskopomorskie.ngo.consultations.RemarkReceipt;
import pl.kujawskopomorskie.ngo.consultations.RemarkState;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.events.ActiveTeams;
import pl.kujawskopomorskie.ngo.events.DoorCounts;
import pl.kujawskopomorskie.ngo.events.EventCatalogue;
import pl.kujawskopomorskie.ngo.events.EventFilter;
import pl.kujawskopomorskie.ngo.events.EventKind;
import pl.kujawskopomorskie.ngo.events.Events;
import pl.kujawskopomorskie.ngo.events.HeadCounts;
import pl.kujawskopomorskie.ngo.events.OpeningDoor;
import pl.kujawskopomorskie.ngo.events.SessionKind;
import pl.kujawskopomorskie.ngo.events.Sessions;
import pl.kujawskopomorskie.ngo.events.VisitsMade;
import pl.kujawskopomorskie.ngo.events.advisory.Advices;
import pl.kujawskopomorskie.ngo.events.advisory.AdvisorySlots;
import pl.kujawskopomorskie.ngo.events.lending.LentItems;
import pl.kujawskopomorskie.ngo.events.lending.Occupancy;
import pl.kujawskopomorskie.ngo.events.lending.OpeningHours;
import pl.kujawskopomorskie.ngo.events.lending.Resources;
import pl.kujawskopomorskie.ngo.events.visits.VisitCatalogue;
import pl.kujawskopomorskie.ngo.events.visits.VisitState;
import pl.kujawskopomorskie.ngo.shared.data.Violations;
import pl.kujawskopomorskie.ngo.shared.text.Slug;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.testing.Node;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** The demo that the tests' portal was given at its start. */
@PortalTest
class DemoTest {

    private static final String PROGRAMME = "program-wspolpracy-2026-2030";

    private final DemoContent content;
    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;

    DemoTest(
            DemoContent content,
            Consultations consultations,
            DraftVersions versions,
            DraftUnits units,
            Remarks remarks) {
        this.content = content;
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
    }

    @Test
    void every_consultation_is_in_the_state_that_its_file_promises(ConsultationCatalogue catalogue) {
        assertSoftly(softly -> {
            for (var promised : content.consultations()) {
                softly.assertThat(catalogue.find(promised.slug()).orElseThrow().state())
                        .as(promised.slug())
                        .isEqualTo(promised.state());
            }
        });
    }

    @Test
    void every_state_has_a_consultation_in_it() {
        assertThat(content.consultations()).extracting(ConsultationEntry::state).contains(ConsultationState.values());
    }

    @Test
    void every_event_stands_as_its_file_promises_and_is_as_full(EventCatalogue events) {
        var promised = content.events().events();
        assertSoftly(softly -> {
            for (var entry : promised) {
                var found = events.find(entry.slug()).orElseThrow();
                softly.assertThat(found.standing()).as(entry.slug()).isEqualTo(entry.standing());
                softly.assertThat(found.sessions())
                        .extracting(session -> session.placesOnSite() - session.freeOnSite())
                        .as(entry.slug())
                        .containsExactlyElementsOf(entry.sessions().stream()
                                .map(EventsEntry.SessionEntry::takenOnSite)
                                .toList());
            }
        });
        assertThat(promised).extracting(EventsEntry.EventEntry::kind).contains(EventKind.FORUM, EventKind.TRAINING);
    }

    @Test
    void advice_was_given_for_as_many_hours_as_the_programme_counts(Advices advices, AdvisorySlots slots) {
        var ofDemo = advices.list(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31), 0, "", 1000, 0).stream()
                .filter(advice -> content.advisory().advisers().stream()
                        .anyMatch(adviser -> adviser.name().equals(advice.adviser())))
                .collect(Collectors.groupingBy(
                        advice -> advice.givenOn().getYear(), Collectors.summingInt(Advices.Listed::quarters)));
        assertThat(ofDemo).containsExactlyInAnyOrderEntriesOf(Map.of(2025, 79 * 4, 2026, 40 * 4));

        var adviser = Slug.of(content.advisory().advisers().getFirst().name(), 70);
        var free = slots.countFree(
                TestClock.START, TestClock.START, TestClock.START.plus(Duration.ofDays(60)), adviser, "");
        assertThat(free).isBetween(1L, 11L);
    }

    @Test
    void nothing_is_lent_twice(Resources resources, LentItems items) {
        for (var entry : content.lending().resources()) {
            var resource = resources.findBySlug(Slug.of(entry.name(), 70)).orElseThrow();
            var from = TestClock.START.minus(Duration.ofDays(30));
            var until = TestClock.START.plus(Duration.ofDays(60));
            assertThat(Occupancy.most(items.taken(List.of(resource.key()), from, until, from), from, until))
                    .as(entry.name())
                    .isBetween(0, resource.pieces());
            assertThat(OpeningHours.of(resource.openingHours()).kept()).isEqualTo(resource.openingHours());
        }
    }

    @Test
    void teams_and_visits_of_every_state_are_there(ActiveTeams teams, VisitsMade visits, VisitCatalogue register) {
        assertThat(teams.of(2026)).hasSizeGreaterThanOrEqualTo(9);
        assertThat(visits.of(2025)).hasSize(13);
        assertThat(visits.of(2026)).hasSizeGreaterThanOrEqualTo(8);
        for (var state : VisitState.values()) {
            assertThat(register.find(new VisitCatalogue.Filter(false, 2026, state, false, "", 1))
                            .total())
                    .as(state.name())
                    .isPositive();
        }
    }

    @Test
    void most_who_registered_came_and_one_event_is_held_today(
            Events events, Sessions sessions, DoorCounts counting, HeadCounts heads) {
        var forum = events.findBySlug("xxv-forum-organizacji").orElseThrow();
        var counts = counting.of(forum, sessions.of(forum.key()));
        assertThat(counts.came()).isBetween(counts.registered() * 3 / 4, counts.registered());
        assertThat(counts.notRegistered()).isEqualTo(3);
        assertThat(counts.watched()).isBetween(counts.registeredOnline() / 2, counts.registeredOnline());
        assertThat(counts.sessions())
                .filteredOn(one -> one.session().kind() == SessionKind.PANEL)
                .allMatch(one -> one.came() > 0 && one.came() <= one.registered());
        assertThat(heads.of(forum.key())).hasSize(1);

        var today = events.findBySlug("dzien-otwarty-biura").orElseThrow();
        assertThat(OpeningDoor.time(sessions.of(today.key()), null).covers(TestClock.START))
                .isTrue();
        assertThat(counting.of(today, sessions.of(today.key())).came()).isZero();
    }

    @Test
    void an_event_is_found_by_what_its_speakers_are_and_was_last_changed_when_it_was_cancelled(EventCatalogue events) {
        assertThat(events.find(new EventFilter(EventFilter.Span.COMING, null, "prezeska federacji", 1, 20))
                        .rows())
                .extracting(found -> found.event().slug())
                .contains("xxvi-forum-organizacji");
        var cancelled =
                events.find("media-spolecznosciowe-od-zera").orElseThrow().event();
        assertThat(cancelled.changedAt()).isEqualTo(cancelled.cancelledAt());
    }

    @Test
    void the_programme_is_annexed_and_long_and_much_remarked_on_and_half_answered(RemarkCounts counts) {
        var consultation = consultations.findBySlug(PROGRAMME).orElseThrow();
        var drafts = versions.findByConsultationIdOrderByNumber(consultation.key());

        assertThat(drafts).hasSize(2);
        for (var version : drafts) {
            assertThat(units.findByVersionIdOrderByPosition(version.key()))
                    .hasSizeGreaterThanOrEqualTo(120)
                    .anyMatch(unit -> unit.citation().startsWith("załącznik nr 1, § 9 ust. 1"));
        }
        assertThat(counts.submitted(consultation.key())).isGreaterThanOrEqualTo(200);
        assertThat(counts.answered(consultation.key()) * 100 / counts.submitted(consultation.key()))
                .isBetween(40, 60);
    }

    @Test
    void every_remark_stands_on_the_unit_that_its_file_cites_and_its_hash_can_be_checked() {
        for (var story : content.stories(new DemoCalendar(TestClock.START))) {
            var consultation = consultations.findBySlug(story.slug()).orElseThrow();
            for (var i = 0; i < story.remarks().size(); i++) {
                var told = story.remarks().get(i);
                var remark = remarks.findByConsultationIdAndNumber(consultation.key(), i + 1)
                        .orElseThrow();
                assertThat(citation(remark)).isEqualTo(told.on().isEmpty() ? RemarkReceipt.WHOLE_ACT : told.on());
                assertThat(new RemarkReceipt(
                                        RemarkReceipt.number(consultation.reference(), i + 1),
                                        remark.submittedAt(),
                                        told.version(),
                                        citation(remark),
                                        remark.currentWording(),
                                        remark.proposedWording(),
                                        remark.rationale(),
                                        List.of())
                                .hash())
                        .isEqualTo(remark.contentHash());
            }
        }
    }

    @Test
    void what_is_hidden_stands_in_the_remark() {
        assertThat(content.stories(new DemoCalendar(TestClock.START)))
                .flatExtracting(Story::remarks)
                .filteredOn(remark -> remark.hidden() != null)
                .isNotEmpty()
                .allMatch(
                        remark -> (remark.hidden().field().equals("RATIONALE") ? remark.rationale() : remark.proposed())
                                .contains(remark.hidden().text()));
    }

    @Test
    void nothing_has_happened_that_is_yet_to_come() {
        var now = TestClock.START;
        for (var story : content.stories(new DemoCalendar(now))) {
            for (var remark : story.remarks()) {
                assertThat(remark.submittedAt()).isBeforeOrEqualTo(now);
                var answer = remark.answer();
                if (answer != null) {
                    assertThat(answer.draftedAt()).isBetween(remark.submittedAt(), now);
                }
                if (answer != null && answer.approvedAt() != null) {
                    assertThat(answer.approvedAt()).isBetween(answer.draftedAt(), now);
                }
            }
        }
    }

    @Test
    void numbers_of_a_year_follow_the_announcements_without_gaps() {
        var rows = content.stories(new DemoCalendar(TestClock.START)).stream()
                .filter(story -> story.term() != null)
                .map(story -> consultations.findBySlug(story.slug()).orElseThrow())
                .toList();
        var byYear = rows.stream().collect(Collectors.groupingBy(row -> row.year()));
        byYear.forEach((year, ofYear) -> assertThat(ofYear)
                .extracting(row -> row.number())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, ofYear.size()).boxed().toList()));
    }

    @Test
    void the_past_years_closed_as_many_consultations_as_the_programme_counts() {
        var years = new TreeMap<Integer, Long>();
        for (var story : content.stories(new DemoCalendar(TestClock.START))) {
            if (story.term() != null && story.cancellation() == null) {
                years.merge(OfficeTime.day(story.term().end().minusNanos(1)).getYear(), 1L, Long::sum);
            }
        }
        assertThat(years)
                .containsEntry(2021, 4L)
                .containsEntry(2022, 6L)
                .containsEntry(2023, 12L)
                .containsEntry(2024, 7L)
                .containsEntry(2025, 5L);
    }

    @Test
    void it_is_made_once(MakingDemo demo) {
        assertThat(demo.make()).isFalse();
    }

    @Test
    void a_node_that_starts_later_leaves_it_as_it_is(ConsultationCatalogue catalogue) {
        var before = catalogue
                .find(new ConsultationFilter(null, null, null, "", false, 1, 20))
                .total();
        try (var node = Node.with(Map.of("portal.demo", true))) {
            assertThat(node.get(ConsultationCatalogue.class)
                            .find(new ConsultationFilter(null, null, null, "", false, 1, 20))
                            .total())
                    .isEqualTo(before);
        }
    }

    @Test
    void a_node_that_makes_it_at_the_same_moment_is_stopped_by_the_first_address(OpeningDemoAccounts accounts) {
        var first = content.people().getFirst();
        var newcomer = new OpeningDemoAccounts.Newcomer(first.email(), "Ktoś Inny", Set.of(), null);

        assertThatThrownBy(() -> accounts.open(List.of(), List.of(newcomer), DemoPeople.PASSWORD))
                .matches(Violations::isDuplicate);
    }

    @Test
    @Timeout(600)
    void two_nodes_that_start_at_once_on_an_empty_database_make_it_once() throws Exception {
        var settings = new HashMap<String, Object>(Node.emptySchema("portal_twins"));
        settings.put("portal.demo", true);
        var start = new CountDownLatch(1);
        Callable<Node> starting = () -> {
            start.await();
            return Node.with(settings);
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(starting);
            var other = threads.submit(starting);
            start.countDown();
            try (var first = one.get();
                    var second = other.get()) {
                for (var node : List.of(first, second)) {
                    assertThat(node.get(PastRows.Attached.class).consultations())
                            .isEqualTo(content.stories(new DemoCalendar(TestClock.START))
                                    .size());
                    assertThat(node.get(MakingDemo.class).make()).isFalse();
                }
                assertThat(first.get(AuditEntries.class).find(new AuditFilter("", "", "portal", null, null, null), 100))
                        .filteredOn(entry -> entry.action().equals("DEMO_MADE"))
                        .hasSize(1);
                associationWritesTwoRemarksTogether(first);
            }
        }
    }

    // Where no other test has let the days pass after which drafts are forgotten.
    private static void associationWritesTwoRemarksTogether(Node node) {
        var association = node.get(Organisations.class)
                .findBySlug(DemoOrganisationsTest.ASSOCIATION)
                .orElseThrow();
        var accountant = node.get(DemoOrganisationsTest.Accounts.class).key("accountant@demo.example.pl");
        assertThat(node.get(Remarks.class).findByOrganisation(association.key(), accountant, 50, 0))
                .filteredOn(remark -> remark.state() == RemarkState.DRAFT)
                .hasSize(2)
                .filteredOn(remark -> remark.readyAt() != null)
                .hasSize(1);
    }

    @Test
    void second_versions_say_what_became_of_every_unit() {
        var consultation = consultations.findBySlug(PROGRAMME).orElseThrow();
        var second =
                versions.findByConsultationIdAndNumber(consultation.key(), 2).orElseThrow();

        assertThat(units.findByVersionIdOrderByPosition(second.key()))
                .allMatch(unit -> unit.fate() != null)
                .extracting(DraftUnit::fate)
                .contains(DraftUnit.Fate.SAME, DraftUnit.Fate.CHANGED, DraftUnit.Fate.NEW);
    }

    @Test
    void there_is_an_account_to_sign_in_with_for_every_role(DemoPeople people) {
        assertThat(people.signIns())
                .filteredOn(account -> account.speaking() == null)
                .extracting(DemoPeople.SignIn::role)
                .containsExactlyInAnyOrder(Role.values())
                .last()
                .isEqualTo(Role.RESIDENT);
    }

    @Test
    void the_index_names_every_folder() throws Exception {
        try (var folders = Files.list(Path.of("src/main/resources/demo/consultations"))) {
            var names = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(content.consultations())
                    .extracting(ConsultationEntry::slug)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private String citation(Remark remark) {
        return remark.unitId() == null
                ? RemarkReceipt.WHOLE_ACT
                : units.findById(remark.unitId()).orElseThrow().citation();
    }
}
