package pl.kujawskopomorskie.ngo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

@PortalTest
class KeepingSessionsTest {

    private final KeepingSessions sessions;
    private final People people;
    private final TestClock clock;

    KeepingSessionsTest(KeepingSessions sessions, People people, TestClock clock) {
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void a_session_is_renewed_token_by_token_until_its_fourteen_days_are_over() {
        var session = sessions.begin(people.person().personId());
        for (var day = 0; day < 13; day++) {
            clock.advance(Duration.ofDays(1));
            session = sessions.renew(session.refreshToken()).orElseThrow();
        }

        assertThat(sessions.actor(session.personId(), session.family())).isPresent();
        clock.advance(Duration.ofDays(1));
        assertThat(sessions.renew(session.refreshToken())).isEmpty();
        assertThat(sessions.actor(session.personId(), session.family())).isEmpty();
    }

    @Test
    void a_token_that_comes_back_later_ends_the_session_for_whoever_holds_it() {
        var stolen = sessions.begin(people.person().personId());
        var next = sessions.renew(stolen.refreshToken()).orElseThrow();
        clock.advance(KeepingSessions.GRACE.plusSeconds(1));

        assertThat(sessions.renew(stolen.refreshToken())).isEmpty();
        assertThat(sessions.renew(next.refreshToken())).isEmpty();
        assertThat(sessions.actor(next.personId(), next.family())).isEmpty();
    }

    @Test
    void the_same_token_shown_again_at_once_gets_the_same_answer() {
        var session = sessions.begin(people.person().personId());
        var first = sessions.renew(session.refreshToken()).orElseThrow();
        clock.advance(KeepingSessions.GRACE);

        assertThat(sessions.renew(session.refreshToken())).contains(first);
        assertThat(sessions.renew(first.refreshToken())).isPresent();
    }

    @Test
    void many_requests_with_one_token_at_the_same_moment_all_stay_signed_in() throws Exception {
        var session = sessions.begin(people.person().personId());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var asks = new ArrayList<Callable<String>>();
            for (var i = 0; i < 8; i++) {
                asks.add(() -> sessions.renew(session.refreshToken())
                        .map(Session::refreshToken)
                        .orElse(""));
            }
            var answers = new ArrayList<String>();
            for (var answer : executor.invokeAll(asks)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(8).doesNotContain("").containsOnly(answers.getFirst());
        }
    }

    @Test
    void a_token_that_was_never_given_is_nobodys() {
        assertThat(sessions.renew("made-up")).isEmpty();
        assertThat(sessions.renew("")).isEmpty();
    }

    @Test
    void ending_one_session_leaves_the_others_and_ending_all_leaves_none() {
        var person = people.person().personId();
        var phone = sessions.begin(person);
        var office = sessions.begin(person);

        sessions.end(person, phone.family());
        assertThat(sessions.actor(person, phone.family())).isEmpty();
        assertThat(sessions.renew(phone.refreshToken())).isEmpty();
        assertThat(sessions.actor(person, office.family())).isPresent();

        sessions.endAll(person);
        assertThat(sessions.actor(person, office.family())).isEmpty();
    }

    @Test
    void a_session_is_nobodys_elses() {
        var session = sessions.begin(people.person().personId());

        assertThat(sessions.actor(people.person().personId(), session.family())).isEmpty();
    }
}
