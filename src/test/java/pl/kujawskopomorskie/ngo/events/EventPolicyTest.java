package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.text.Language;

class EventPolicyTest {

    private static final Instant OPENS = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-12-01T08:00:00Z");

    @Test
    void drafts_are_seen_by_clerks_and_auditors_and_what_is_announced_by_everybody() {
        assertThat(who(role -> EventPolicy.maySee(actor(role), event(null))))
                .containsExactlyInAnyOrder(Role.CLERK, Role.AUDITOR);
        assertThat(EventPolicy.maySee(null, event(null))).isFalse();
        assertThat(who(role -> EventPolicy.maySee(actor(role), event(OPENS)))).containsExactlyInAnyOrder(Role.values());
        assertThat(EventPolicy.maySee(null, event(OPENS))).isTrue();
    }

    @Test
    void only_clerks_change_events_and_see_needs() {
        assertThat(who(role -> EventPolicy.mayRun(actor(role)))).containsExactly(Role.CLERK);
        assertThat(who(role -> EventPolicy.maySeeNeeds(actor(role)))).containsExactly(Role.CLERK);
        assertThat(EventPolicy.mayRun(null)).isFalse();
        assertThat(EventPolicy.maySeeNeeds(null)).isFalse();
    }

    @Test
    void auditors_read_who_registered_and_nobody_else_but_clerks_does() {
        assertThat(who(role -> EventPolicy.mayLookIntoTheOffice(actor(role))))
                .containsExactlyInAnyOrder(Role.CLERK, Role.AUDITOR);
        assertThat(EventPolicy.mayLookIntoTheOffice(null)).isFalse();
    }

    @Test
    void registration_is_open_from_its_first_moment_to_the_one_before_its_last() {
        assertThat(EventPolicy.mayRegister(event(OPENS), OPENS.minusNanos(1))).isFalse();
        assertThat(EventPolicy.mayRegister(event(OPENS), OPENS)).isTrue();
        assertThat(EventPolicy.mayRegister(event(OPENS), CLOSES.minusNanos(1))).isTrue();
        assertThat(EventPolicy.mayRegister(event(OPENS), CLOSES)).isFalse();
        assertThat(EventPolicy.mayRegister(event(null), OPENS)).isFalse();
    }

    private static Set<Role> who(Predicate<Role> may) {
        return Arrays.stream(Role.values()).filter(may).collect(Collectors.toSet());
    }

    private static Actor actor(Role role) {
        return new Actor(1, "Anna", "anna@example.pl", Language.POLISH, EnumSet.of(role), null);
    }

    private static Event event(@Nullable Instant publishedAt) {
        return new Event(
                1L,
                "forum",
                EventKind.FORUM,
                null,
                "Forum",
                "",
                "",
                "",
                "",
                false,
                false,
                false,
                "",
                "",
                "",
                OPENS,
                CLOSES,
                5,
                60,
                48,
                14,
                false,
                "",
                "",
                null,
                null,
                publishedAt,
                null,
                null,
                0,
                OPENS,
                null,
                OPENS,
                0);
    }
}
