package pl.kujawskopomorskie.ngo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.FrozenReport;
import pl.kujawskopomorskie.ngo.consultations.InvitationFilter;
import pl.kujawskopomorskie.ngo.consultations.Invitations;
import pl.kujawskopomorskie.ngo.consultations.PublishedReports;
import pl.kujawskopomorskie.ngo.consultations.Remark;
import pl.kujawskopomorskie.ngo.consultations.Remarks;
import pl.kujawskopomorskie.ngo.directory.FindingDoubles;
import pl.kujawskopomorskie.ngo.directory.Organisation;
import pl.kujawskopomorskie.ngo.directory.Organisations;
import pl.kujawskopomorskie.ngo.directory.Representation;
import pl.kujawskopomorskie.ngo.directory.Representations;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;
import pl.kujawskopomorskie.ngo.testing.Web;

/** Organisations of the demo, and who speaks for them, as the tests' portal was given them at its start. */
@PortalTest
class DemoOrganisationsTest {

    private static final DemoCalendar CALENDAR = new DemoCalendar(TestClock.START);
    static final String ASSOCIATION = "stowarzyszenie-kujawy-dla-wszystkich-we-wloclawku";
    private static final String ENVIRONMENT = "program-ochrony-srodowiska-2027-2030";
    private static final String SENIORS = "statut-rady-seniorow";

    private final DemoContent content;
    private final Consultations consultations;
    private final Remarks remarks;
    private final Invitations invitations;
    private final Organisations organisations;
    private final Representations representations;
    private final Accounts accounts;
    private final People people;

    DemoOrganisationsTest(
            DemoContent content,
            Consultations consultations,
            Remarks remarks,
            Invitations invitations,
            Organisations organisations,
            Representations representations,
            Accounts accounts,
            People people) {
        this.content = content;
        this.consultations = consultations;
        this.remarks = remarks;
        this.invitations = invitations;
        this.organisations = organisations;
        this.representations = representations;
        this.accounts = accounts;
        this.people = people;
    }

    @Test
    void the_accountant_represents_one_organisation_and_writes_for_another() {
        assertThat(representations.voicesOf(accountant().personId()))
                .hasSize(2)
                .anyMatch(voice -> voice.slug().equals(ASSOCIATION) && voice.representative())
                .anyMatch(voice -> !voice.representative());
    }

    @Test
    void a_colleague_writes_for_what_the_accountant_represents() {
        assertThat(representations.voice(key("editor"), ASSOCIATION))
                .hasValueSatisfying(voice -> assertThat(voice.kind()).isEqualTo(Representation.Kind.EDITOR));
    }

    @Test
    void those_who_speak_for_an_organisation_are_printed_at_start(DemoPeople printed) {
        assertThat(printed.signIns())
                .extracting(DemoPeople.SignIn::speaking)
                .filteredOn(Objects::nonNull)
                .containsExactly(Representation.Kind.REPRESENTATIVE, Representation.Kind.EDITOR);
    }

    @Test
    void whoever_holds_a_representation_by_the_files_holds_it() {
        for (var told : content.directory().representations()) {
            assertThat(speaks(told)).as(told.organisation()).isEqualTo(told.holds());
        }
        assertThat(content.directory().representations())
                .as("refused, with the reason")
                .anyMatch(told ->
                        Boolean.FALSE.equals(told.accepted()) && !told.reason().isEmpty())
                .as("ended")
                .anyMatch(told -> told.endedInDays() != null);
    }

    @Test
    void a_remark_for_an_organisation_was_made_by_who_represented_it_then() {
        var made = 0;
        for (var story : content.stories(CALENDAR)) {
            for (var i = 0; i < story.remarks().size(); i++) {
                var told = story.remarks().get(i);
                var remark = remark(story, i + 1);
                if (told.organisation() == null) {
                    assertThat(remark.organisationId()).isNull();
                    continue;
                }
                made++;
                var organisation = organisation(told.organisation());
                assertThat(remark.organisationId()).isEqualTo(organisation.key());
                assertThat(remark.authorName()).isEqualTo(organisation.name());
                assertThat(remark.authorConsents()).isTrue();
                assertThat(content.directory().representations())
                        .as(story.slug() + " " + (i + 1))
                        .anyMatch(held -> held.person().equals(told.author())
                                && held.organisation().equals(told.organisation())
                                && held.kind() == Representation.Kind.REPRESENTATIVE
                                && Boolean.TRUE.equals(held.accepted())
                                && CALENDAR.day(held.decidedInDays()).isBefore(OfficeTime.day(told.submittedAt()))
                                && (held.endedInDays() == null
                                        || OfficeTime.day(told.submittedAt())
                                                .isBefore(CALENDAR.day(held.endedInDays()))));
            }
        }
        assertThat(made).isGreaterThanOrEqualTo(30);
    }

    @Test
    void remarks_for_an_organisation_stay_when_a_representation_ends() {
        var ended = content.directory().representations().stream()
                .filter(told -> told.endedInDays() != null)
                .findFirst()
                .orElseThrow();

        assertThat(content.stories(CALENDAR))
                .flatExtracting(Story::remarks)
                .anyMatch(told -> ended.organisation().equals(told.organisation())
                        && ended.person().equals(told.author()));
    }

    @Test
    void the_page_of_an_organisation_tells_what_it_took_part_in(Web web) {
        var page = web.get("/organizacje/" + ASSOCIATION).text();

        for (var story : content.stories(CALENDAR)) {
            for (var i = 0; i < story.remarks().size(); i++) {
                if (ASSOCIATION.equals(story.remarks().get(i).organisation())) {
                    assertThat(page).contains("/konsultacje/" + story.slug() + "/uwagi/" + (i + 1));
                }
            }
        }
    }

    @Test
    void some_dozens_are_invited_and_each_fits_what_was_asked_for() {
        var lists = 0;
        for (var story : content.stories(CALENDAR)) {
            var invited = invited(story);
            assertThat(invited.isEmpty()).isEqualTo(story.invitations().isEmpty());
            for (var line : invited) {
                var organisation = organisation(line.slug());
                assertThat(story.invitations())
                        .as(line.name())
                        .anyMatch(told -> told.at().equals(line.invitedAt()) && fits(organisation, told.filter()));
                assertThat(line.mailedAt()).isBetween(line.invitedAt(), TestClock.START);
            }
            if (!invited.isEmpty()) {
                lists++;
                assertThat(invited).hasSizeBetween(24, 99);
            }
        }
        assertThat(lists).isGreaterThanOrEqualTo(2);
    }

    @Test
    void who_asked_not_to_be_invited_again_was_not() {
        var all = content.stories(CALENDAR).stream()
                .flatMap(story -> story.invitations().stream())
                .toList();
        var declined = all.stream().flatMap(told -> told.declined().stream()).toList();

        assertThat(declined).isNotEmpty();
        for (var slug : declined) {
            var organisation = organisation(slug);
            assertThat(organisation.uninvitedAt()).isNotNull();
            assertThat(all.stream().filter(told -> fits(organisation, told.filter())))
                    .as("it would have been, a second time")
                    .hasSizeGreaterThan(1);
            assertThat(content.stories(CALENDAR).stream()
                            .flatMap(story -> invited(story).stream())
                            .filter(line -> line.slug().equals(slug)))
                    .hasSize(1);
        }
    }

    @Test
    void published_reports_name_organisations(PublishedReports reports) {
        for (var slug : List.of(ENVIRONMENT, SENIORS)) {
            var report = reports.of(consultation(slug)).orElseThrow();
            assertThat(reports.entries(report, 0, report.size()))
                    .as(slug)
                    .filteredOn(entry -> entry.organisation() != null)
                    .isNotEmpty()
                    .allMatch(entry -> entry.author()
                            .equals(organisation(entry.organisation()).name()));
        }
    }

    @Test
    void the_report_lists_who_was_invited(PublishedReports reports) {
        var story = content.stories(CALENDAR).stream()
                .filter(told -> told.slug().equals(ENVIRONMENT))
                .findFirst()
                .orElseThrow();

        assertThat(reports.of(consultation(ENVIRONMENT)).orElseThrow().report().invited())
                .extracting(FrozenReport.Invitation::organisation)
                .containsExactlyInAnyOrderElementsOf(
                        invited(story).stream().map(Invitations.Line::slug).toList());
    }

    @Test
    void there_is_work_on_the_desk_of_the_clerk(FindingDoubles finding) {
        finding.catchUp();
        var clerk = people.signedIn(Role.CLERK);

        var desk = clerk.get("/biuro/organizacje").text();
        assertThat(waiting())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(told -> desk.contains("/organizacje/" + told.organisation() + "/osoby"));
        assertThat(desk).contains("/organizacje/klub-biegowy-zadyszka-w-osielsku\"");
        assertThat(clerk.get("/biuro/organizacje/krs").text())
                .contains("/organizacje/"
                        + content.directory().registerSays().getFirst().organisation());
        assertThat(clerk.get("/biuro/organizacje/podobne").text())
                .contains("Towarzystwo Miłośników Chełmna", "Towarzystwo Miłośników Miasta Chełmna");
    }

    @Test
    void a_clerk_gets_to_the_organisations_from_the_desk() {
        assertThat(people.signedIn(Role.CLERK).get("/biuro").text()).contains("href=\"/biuro/organizacje\"");
        assertThat(people.signedIn(Role.AUDITOR).get("/biuro").text()).contains("href=\"/biuro/organizacje\"");
        assertThat(people.signedIn(Role.DEPARTMENT_OFFICER).get("/biuro").text())
                .doesNotContain("href=\"/biuro/organizacje\"");
    }

    @Test
    void the_accountant_sees_for_whom_she_acts() {
        var page = people.signedIn(accountant()).get("/konto/organizacje").text();

        assertThat(page)
                .contains("/organizacje/" + ASSOCIATION)
                .contains("/organizacje/stowarzyszenie-teatr-otwarty-we-wloclawku");
    }

    private List<DirectoryStory.Speaking> waiting() {
        return content.directory().representations().stream()
                .filter(told -> told.accepted() == null)
                .toList();
    }

    private boolean speaks(DirectoryStory.Speaking told) {
        return representations.voice(key(told.person()), told.organisation()).stream()
                .anyMatch(voice -> voice.kind() == told.kind());
    }

    private PersonEntry person(String key) {
        return content.people().stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private long key(String person) {
        return accounts.key(person(person).email());
    }

    private Actor accountant() {
        var told = person("accountant");
        return new Actor(
                key("accountant"), told.displayName(), told.email(), Language.POLISH, Set.of(Role.RESIDENT), null);
    }

    private List<Invitations.Line> invited(Story story) {
        return new ArrayList<>(invitations.of(consultation(story.slug()).key(), 1000, 0));
    }

    private boolean fits(Organisation organisation, InvitationFilter filter) {
        return (filter.county().isEmpty() || filter.county().equals(organisation.countyTeryt()))
                && (filter.sphere().isEmpty()
                        || organisations.spheres(organisation.key()).contains(filter.sphere()))
                && (filter.legalForm().isEmpty()
                        || filter.legalForm().equals(organisation.legalForm().name()));
    }

    private Remark remark(Story story, int number) {
        return remarks.findByConsultationIdAndNumber(consultation(story.slug()).key(), number)
                .orElseThrow();
    }

    private Consultation consultation(String slug) {
        return consultations.findBySlug(slug).orElseThrow();
    }

    private Organisation organisation(String slug) {
        return organisations.findBySlug(slug).orElseThrow();
    }

    /** Keys of accounts. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Accounts extends GenericRepository<Consultation, Long> {

        @Query("SELECT id FROM person WHERE email = :email")
        long key(String email);
    }
}
