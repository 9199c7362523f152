package pl.kujawskopomorskie.ngo.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** The clock of a phone, the day of a door, and a code as people type it. */
class DoorTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final DoorTime TODAY =
            new DoorTime(Instant.parse("2026-11-19T23:00:00Z"), Instant.parse("2026-11-20T23:00:00Z"));

    @Property
    void a_scan_is_as_long_ago_by_our_clock_as_it_was_by_the_phones(
            @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long ahead,
            @ForAll @LongRange(min = 0, max = 86_400_000) long ago) {
        var phone = NOW.plusMillis(ahead);

        assertThat(DoorTime.corrected(phone.minusMillis(ago), phone, NOW)).isEqualTo(NOW.minusMillis(ago));
    }

    @Property
    void whatever_a_phone_says_no_scan_is_in_the_future_or_before_the_day(@ForAll long at, @ForAll long phoneNow) {
        var told = DoorTime.corrected(Instant.ofEpochMilli(at), Instant.ofEpochMilli(phoneNow), NOW);

        assertThat(TODAY.within(told, NOW)).isBetween(TODAY.begins(), NOW);
    }

    @Example
    void the_door_is_open_for_the_whole_days_of_the_event_and_a_sessions_door_for_the_sessions() {
        var morning = session(1, "2026-11-20T08:00:00Z", "2026-11-20T10:00:00Z");
        var tillMidnight = session(2, "2026-11-21T20:00:00Z", "2026-11-21T23:00:00Z");

        assertThat(DoorTime.of(List.of(morning, tillMidnight), null))
                .isEqualTo(new DoorTime(TODAY.begins(), Instant.parse("2026-11-21T23:00:00Z")));
        assertThat(DoorTime.of(List.of(morning, tillMidnight), 1L)).isEqualTo(TODAY);
        assertThat(DoorTime.of(List.of(morning), 9L)).isNull();
        assertThat(DoorTime.of(List.of(), null)).isNull();
    }

    @Example
    void a_day_of_25_hours_is_open_for_all_of_them() {
        var time = DoorTime.of(List.of(session(1, "2026-10-25T08:00:00Z", "2026-10-25T10:00:00Z")), null);

        assertThat(Duration.between(time.begins(), time.ends())).isEqualTo(Duration.ofHours(25));
    }

    @Property
    void a_code_is_read_however_it_is_typed(@ForAll("codes") String code, @ForAll("ways") int way) {
        var typed = TicketCode.grouped(code);
        typed = (way & 1) == 0 ? typed : typed.toLowerCase(java.util.Locale.ROOT);
        typed = (way & 2) == 0 ? typed : typed.replace('0', 'O').replace('1', 'l');
        typed = (way & 4) == 0 ? typed : typed.replace('-', ' ');
        typed = (way & 8) == 0 ? typed : "  " + typed.replace("-", "") + "\u00a0";
        typed = (way & 16) == 0 ? typed : typed.replace('1', 'I').replace('0', 'o');

        assertThat(TicketCode.read(typed)).contains(code);
    }

    @Example
    void what_is_too_short_too_long_or_has_another_sign_is_no_code() {
        assertThat(List.of("", "7K3M", "7K3M-9QXZ-2PAB-12345", "7K3M-9QXZ-2PAB-123U", "7K3M-9QXZ-2PAB-123Ł"))
                .allMatch(typed -> TicketCode.read(typed).isEmpty());
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of("0123456789ABCDEFGHJKMNPQRSTVWXYZ"
                        .chars()
                        .mapToObj(sign -> String.valueOf((char) sign))
                        .collect(Collectors.toList()))
                .list()
                .ofSize(16)
                .map(signs -> String.join("", signs));
    }

    @Provide
    Arbitrary<Integer> ways() {
        return Arbitraries.integers().between(0, 31);
    }

    private static Session session(long id, String startsAt, String endsAt) {
        return new Session(
                id, 1, SessionKind.PANEL, "Panel", "", Instant.parse(startsAt), Instant.parse(endsAt), "", 9, 0, "", 0);
    }
}
