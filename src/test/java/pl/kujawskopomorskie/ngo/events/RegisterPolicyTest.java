package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.events.teams.TeamPolicy;
import pl.kujawskopomorskie.ngo.events.visits.Visit;
import pl.kujawskopomorskie.ngo.events.visits.VisitPolicy;
import pl.kujawskopomorskie.ngo.events.visits.VisitState;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.testing.TestClock;

class RegisterPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void only_clerks_keep_the_registers() {
        assertThat(who(role -> TeamPolicy.mayKeep(actor(role)))).containsExactly(Role.CLERK);
        assertThat(who(role -> VisitPolicy.mayKeep(actor(role)))).containsExactly(Role.CLERK);
        assertThat(TeamPolicy.mayKeep(null)).isFalse();
        assertThat(VisitPolicy.mayKeep(null)).isFalse();
    }

    @Test
    void a_visit_that_is_not_shown_is_seen_by_the_office_alone() {
        assertThat(VisitPolicy.maySee(null, visit(true, false))).isTrue();
        assertThat(VisitPolicy.maySee(null, visit(false, false))).isFalse();
        assertThat(who(role -> VisitPolicy.maySee(actor(role), visit(false, false))))
                .containsExactlyInAnyOrder(Role.CLERK, Role.AUDITOR);
    }

    @Test
    void a_visit_waits_to_be_confirmed_from_the_day_after_it() {
        assertThat(visit(true, false).state(DAY)).isEqualTo(VisitState.PLANNED);
        assertThat(visit(true, false).state(DAY.plusDays(1))).isEqualTo(VisitState.TO_CONFIRM);
        assertThat(visit(true, true).state(DAY.plusDays(1))).isEqualTo(VisitState.MADE);
    }

    private static Set<Role> who(Predicate<Role> may) {
        return Arrays.stream(Role.values()).filter(may).collect(Collectors.toSet());
    }

    private static Actor actor(Role role) {
        return new Actor(1, "Anna", "anna@example.pl", Language.POLISH, EnumSet.of(role), null);
    }

    private static Visit visit(boolean shown, boolean made) {
        return new Visit(
                1L,
                "wizyta",
                "",
                null,
                "Fundacja",
                DAY,
                "Rozmowa",
                "",
                false,
                "",
                "",
                shown,
                made ? TestClock.START : null,
                null,
                null,
                TestClock.START,
                null,
                TestClock.START,
                0);
    }
}
