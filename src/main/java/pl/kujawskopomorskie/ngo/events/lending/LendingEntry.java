package pl.kujawskopomorskie.ngo.events.lending;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What somebody states who asks to borrow.
 *
 * @param formToken made with the form: what is sent with the same token is the same request
 * @param pieces how many of what, by the keys of resources; of a room 1
 * @param startsAt when the term begins, or null
 * @param endsAt when it ends, or null
 * @param purpose what for
 * @param people how many come, -1 for what is no number
 * @param phone where the office may call
 * @param organisation as typed, possibly empty
 * @param privacyRead whether the privacy clause was accepted
 */
public record LendingEntry(
        String formToken,
        Map<Long, Integer> pieces,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String purpose,
        int people,
        String phone,
        String organisation,
        boolean privacyRead) {

    /** Most days for which equipment is lent. */
    public static final int MOST_DAYS = 30;

    private static final int MONTHS_AHEAD = 12;
    private static final int LONGEST_PURPOSE = 1000;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_ORGANISATION = 300;

    public LendingEntry {
        pieces = Map.copyOf(pieces);
    }

    /** What is wrong with it by itself, in the order of the form. */
    FormErrors check(List<Resource> asked, Instant now) {
        var errors = FormErrors.none()
                .unless(!pieces.isEmpty(), "things", "lending.ask.things.missing")
                .unless(asked.size() == pieces.size(), "things", "lending.ask.things.gone")
                .unless(asked.stream().filter(Resource::room).count() <= 1, "things", "lending.ask.rooms.many");
        for (var resource : asked) {
            var wanted = pieces.getOrDefault(resource.key(), 0);
            errors = errors.unless(
                    wanted >= 1 && wanted <= resource.pieces(),
                    resource.room() ? "things" : "pieces-" + resource.key(),
                    "lending.ask.pieces.wrong",
                    resource.pieces());
        }
        return errors.and(checkTerm(asked, now))
                .unless(!purpose.isEmpty(), "purpose", "lending.ask.purpose.missing")
                .unless(Typed.length(purpose) <= LONGEST_PURPOSE, "purpose", "forms.tooLong", LONGEST_PURPOSE)
                .unless(people >= 1 && people <= 100_000, "people", "lending.ask.people.wrong")
                .and(checkSeats(asked))
                .unless(Typed.length(phone) <= LONGEST_PHONE, "phone", "forms.tooLong", LONGEST_PHONE)
                .unless(phone.matches("[0-9+() .-]*"), "phone", "advisory.book.phone.wrong")
                .unless(
                        Typed.length(organisation) <= LONGEST_ORGANISATION,
                        "organisation",
                        "forms.tooLong",
                        LONGEST_ORGANISATION)
                .unless(privacyRead, "privacyRead", "events.register.privacy.missing");
    }

    private FormErrors checkSeats(List<Resource> asked) {
        var room = room(asked);
        return room == null
                ? FormErrors.none()
                : FormErrors.none()
                        .unless(
                                people <= room.seats(),
                                "people",
                                "lending.ask.people.seats",
                                room.name(),
                                room.seats());
    }

    private FormErrors checkTerm(List<Resource> asked, Instant now) {
        if (startsAt == null || endsAt == null) {
            return FormErrors.none()
                    .unless(startsAt != null, "startsOn", "lending.ask.starts.missing")
                    .unless(endsAt != null, "endsTime", "lending.ask.ends.missing");
        }
        var room = room(asked);
        var lastDay = OfficeTime.day(startsAt).plusDays(MOST_DAYS);
        return FormErrors.none()
                .unless(startsAt.isAfter(now), "startsOn", "lending.ask.term.past")
                .unless(startsAt.isBefore(endsAt), "endsTime", "lending.ask.term.backwards")
                .unless(
                        !OfficeTime.day(startsAt).isAfter(OfficeTime.day(now).plusMonths(MONTHS_AHEAD)),
                        "startsOn",
                        "lending.ask.term.far",
                        MONTHS_AHEAD)
                .unless(!OfficeTime.day(endsAt).isAfter(lastDay), "endsOn", "lending.ask.term.long", MOST_DAYS)
                .unless(
                        room == null || room.hours().hold(startsAt, endsAt),
                        "startsTime",
                        "lending.ask.term.closed",
                        room == null ? "" : room.name());
    }

    private static @Nullable Resource room(List<Resource> asked) {
        return asked.stream().filter(Resource::room).findFirst().orElse(null);
    }
}
