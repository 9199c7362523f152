package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.consultations.ConsultationRows;
import pl.kujawskopomorskie.ngo.events.CorrectingRegistration.Correcting;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors.FormError;
import pl.kujawskopomorskie.ngo.testing.AtOnce;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** Who registered says anew what they need, and gives back no place for it. */
@PortalTest
class CorrectingRegistrationTest {

    private final EventRows rows;
    private final RegisteringForEvent registering;
    private final CorrectingRegistration correcting;
    private final EndingRegistration ending;
    private final WithdrawingNeeds withdrawing;
    private final Registrations registrations;
    private final RegistrationTokens tokens;
    private final NeedRows needs;
    private final People people;
    private final TestClock clock;
    private final ConsultationRows sql;

    CorrectingRegistrationTest(
            EventRows rows,
            RegisteringForEvent registering,
            CorrectingRegistration correcting,
            EndingRegistration ending,
            WithdrawingNeeds withdrawing,
            Registrations registrations,
            RegistrationTokens tokens,
            NeedRows needs,
            People people,
            TestClock clock,
            ConsultationRows sql) {
        this.rows = rows;
        this.registering = registering;
        this.correcting = correcting;
        this.ending = ending;
        this.withdrawing = withdrawing;
        this.registrations = registrations;
        this.tokens = tokens;
        this.needs = needs;
        this.people = people;
        this.clock = clock;
        this.sql = sql;
    }

    @Test
    void a_forgotten_need_a_telephone_and_a_refund_are_added_and_the_log_says_which_without_saying_what() {
        var event = rows.open();
        var own = registered(event, "Anna", "Jan");

        assertThat(correct(own, "600 123 456", true, true, Map.of(2, Map.of(Need.DIET, " bez  glutenu "))))
                .isInstanceOf(Correcting.Done.class);

        var saved = registrations.findById(own.key()).orElseThrow();
        assertThat(saved.phone()).isEqualTo("600 123 456");
        assertThat(saved.travelRefund()).isTrue();
        assertThat(stated(own)).containsExactly("Jan DIET bez glutenu");
        assertThat(sql.value(
                        "SELECT detail FROM audit_log WHERE action = 'REGISTRATION_CORRECTED' AND subject_ref = ?",
                        event.slug()))
                .isEqualTo("registration " + own.key() + ", contact, needs");
        assertThat(sql.value(
                        "SELECT COUNT(actor_id) FROM audit_log WHERE action = 'REGISTRATION_CORRECTED' AND subject_ref = ?",
                        event.slug()))
                .as("by the link, whoever has it")
                .isEqualTo("0");
    }

    @Test
    void what_is_sent_twice_is_done_once() {
        var event = rows.open();
        var own = registered(event, "Anna");
        correct(own, "600 123 456", false, true, Map.of(1, Map.of(Need.WHEELCHAIR, "")));
        var consented = consentedAt(own);
        var revision = registrations.findById(own.key()).orElseThrow().revision();
        clock.advance(Duration.ofMinutes(1));

        assertThat(correct(own, "600 123 456", false, true, Map.of(1, Map.of(Need.WHEELCHAIR, ""))))
                .isInstanceOf(Correcting.Done.class);

        assertThat(consentedAt(own)).isEqualTo(consented);
        assertThat(registrations.findById(own.key()).orElseThrow().revision()).isEqualTo(revision);
        assertThat(sql.value(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'REGISTRATION_CORRECTED' AND subject_ref = ?",
                        event.slug()))
                .isEqualTo("1");
    }

    @Test
    void a_need_that_was_not_known_asks_for_a_consent_and_one_that_stays_or_goes_for_none() {
        var own = registered(rows.open(), "Anna");
        assertThat(fields(correct(own, "", false, false, Map.of(1, Map.of(Need.WHEELCHAIR, "")))))
                .containsExactly("needsConsent");
        assertThat(stated(own)).isEmpty();
        correct(own, "", false, true, Map.of(1, Map.of(Need.WHEELCHAIR, "", Need.DIET, "bez mleka")));

        assertThat(correct(own, "600 000 000", false, false, Map.of(1, Map.of(Need.DIET, "bez mleka"))))
                .isInstanceOf(Correcting.Done.class);
        assertThat(stated(own)).containsExactly("Anna DIET bez mleka");
        assertThat(fields(correct(own, "", false, false, Map.of(1, Map.of(Need.DIET, "bez orzechów")))))
                .containsExactly("needsConsent");
        assertThat(registrations.findById(own.key()).orElseThrow().phone()).isEqualTo("600 000 000");

        withdrawing.withdraw(tokens.of(own.key()));
        assertThat(fields(correct(own, "", false, false, Map.of(1, Map.of(Need.DIET, "bez mleka")))))
                .containsExactly("needsConsent");
        assertThat(stated(own)).isEmpty();
    }

    @Test
    void what_is_wrong_is_named_at_its_field_as_at_registration() {
        var own = registered(rows.open(), "Anna");

        assertThat(fields(correct(own, "abc", false, true, Map.of(1, Map.of(Need.DIET, "  ")))))
                .containsExactly("phone", "note-1-DIET");
        assertThat(registrations.findById(own.key()).orElseThrow().phone()).isEmpty();
    }

    @Test
    void it_is_taken_after_registration_is_closed_until_the_event_is_over_or_the_registration_has_ended() {
        var event = rows.open();
        var panel = rows.session(event, "Panel", 0, 9, 0);
        var own = registered(event, List.of("Anna"), panel);
        var given = registered(event, List.of("Jan"), panel);
        ending.takeBack(tokens.of(given.key()));
        assertThat(correct(given, "1", false, false, Map.of())).isInstanceOf(Correcting.TooLate.class);
        assertThat(correcting.correct("nie-ma-takiego", new RegistrationCorrection("1", false, Map.of(), false)))
                .isInstanceOf(Correcting.NotFound.class);

        clock.set(panel.endsAt().minusSeconds(1));
        assertThat(correct(own, "1", false, false, Map.of())).isInstanceOf(Correcting.Done.class);
        clock.set(panel.endsAt());
        assertThat(correct(own, "2", false, false, Map.of())).isInstanceOf(Correcting.TooLate.class);
        assertThat(registrations.findById(own.key()).orElseThrow().phone()).isEqualTo("1");
    }

    @Test
    void the_same_form_sent_by_eight_at_once_is_written_once() throws Exception {
        var event = rows.open();
        var own = registered(event, "Anna");
        List<Callable<Object>> all = new ArrayList<>();
        for (int at = 0; at < 8; at++) {
            all.add(() -> correct(own, "600", false, true, Map.of(1, Map.of(Need.OTHER, "cisza"))));
        }

        assertThat(AtOnce.run(all)).allSatisfy(done -> assertThat(done).isInstanceOf(Correcting.Done.class));

        assertThat(stated(own)).containsExactly("Anna OTHER cisza");
        assertThat(sql.value(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'REGISTRATION_CORRECTED' AND subject_ref = ?",
                        event.slug()))
                .isEqualTo("1");
    }

    private Correcting correct(
            Registration registration,
            String phone,
            boolean refund,
            boolean consent,
            Map<Integer, Map<Need, String>> stated) {
        return correcting.correct(
                tokens.of(registration.key()), new RegistrationCorrection(phone, refund, stated, consent));
    }

    private static List<String> fields(Correcting result) {
        return ((Correcting.Invalid) result)
                .errors().all().stream().map(FormError::field).toList();
    }

    private List<String> stated(Registration registration) {
        return needs.ofRegistration(registration.key()).stream()
                .map(one -> (one.name() + " " + one.need() + " " + one.note()).strip())
                .collect(Collectors.toList());
    }

    private String consentedAt(Registration registration) {
        return sql.value(
                "SELECT MAX(n.consented_at) FROM attendee_need n JOIN attendee a ON a.id = n.attendee_id"
                        + " WHERE a.registration_id = ?",
                registration.key());
    }

    private Registration registered(Event event, String... names) {
        return registered(event, List.of(names), rows.session(event, "Panel", 0, 9, 0));
    }

    private Registration registered(Event event, List<String> names, Session panel) {
        var person = people.person();
        return ((Registering.Done) registering.register(
                        event.slug(),
                        EventRows.entry(person.email(), Mode.ON_SITE, false, names, panel),
                        person,
                        null,
                        Language.POLISH,
                        "192.0.2.9"))
                .registration();
    }
}
