package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.InvitedDays.InvitedDay;
import pl.kujawskopomorskie.ngo.shared.documents.Invitation;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * A registration in the calendar of who made it: one entry for each day on which it has places. Only what changed since the last mail
 * is sent again, and a day on which it has none any more is taken out.
 */
@Singleton
class RegistrationCalendar {

    private final InvitedDays invited;
    private final RegistrationTokens tokens;
    private final Messages messages;
    private final PortalConfiguration portal;

    RegistrationCalendar(
            InvitedDays invited, RegistrationTokens tokens, Messages messages, PortalConfiguration portal) {
        this.invited = invited;
        this.tokens = tokens;
        this.messages = messages;
        this.portal = portal;
    }

    /**
     * What the calendar is to learn, day by day.
     *
     * @param booked places that the registration has now
     */
    List<Change> changes(Event event, Registration registration, List<Place> booked) {
        var known = invited.of(registration.key()).stream()
                .collect(Collectors.toMap(InvitedDay::day, Function.identity(), (one, other) -> other, TreeMap::new));
        var days = booked.stream()
                .collect(Collectors.groupingBy(
                        place -> OfficeTime.day(place.session().startsAt()), TreeMap::new, Collectors.toList()));
        var changes = new ArrayList<Change>();
        days.forEach((day, places) -> {
            var before = known.get(day);
            var change = asked(event, registration, day, places, before);
            if (before == null || before.cancelled() || !MessageDigest.isEqual(before.content(), change.content())) {
                changes.add(change);
            }
        });
        known.forEach((day, before) -> {
            if (!days.containsKey(day) && !before.cancelled()) {
                changes.add(takenOut(event, registration, before));
            }
        });
        return changes;
    }

    /** Notes in the transaction of the mail that a change was sent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(long registrationId, Change change) {
        var term = change.invitation().term();
        if (term.sequence() == 0) {
            invited.invite(registrationId, change.day(), term.startsAt(), term.endsAt(), change.content());
        } else if (invited.change(
                        registrationId,
                        change.day(),
                        term.startsAt(),
                        term.endsAt(),
                        change.content(),
                        term.sequence(),
                        change.invitation().cancels())
                == 0) {
            throw new IllegalStateException("Another mail of the registration was written meanwhile; try again");
        }
    }

    private Change asked(
            Event event, Registration registration, LocalDate day, List<Place> places, @Nullable InvitedDay before) {
        var startsAt = places.stream()
                .map(place -> place.session().startsAt())
                .min(Instant::compareTo)
                .orElseThrow();
        var endsAt = places.stream()
                .map(place -> place.session().endsAt())
                .max(Instant::compareTo)
                .orElseThrow();
        var where = places.stream().anyMatch(place -> place.mode() == Mode.ON_SITE)
                ? event.venue()
                : messages.get(registration.mailLanguage(), "events.mode.ONLINE");
        var term = term(
                event,
                registration,
                day,
                before == null ? 0 : before.sequence() + 1,
                startsAt,
                endsAt,
                where,
                programme(registration, places));
        return new Change(day, new Invitation("Wydarzenia", false, term), sha256(term));
    }

    private Change takenOut(Event event, Registration registration, InvitedDay before) {
        var term = term(
                event,
                registration,
                before.day(),
                before.sequence() + 1,
                before.startsAt(),
                before.endsAt(),
                event.venue(),
                "");
        return new Change(before.day(), new Invitation("Wydarzenia", true, term), before.content());
    }

    private Invitation.Term term(
            Event event,
            Registration registration,
            LocalDate day,
            int sequence,
            Instant startsAt,
            Instant endsAt,
            String where,
            String description) {
        return new Invitation.Term(
                // Follows from the two, and tells nobody either of them.
                UUID.nameUUIDFromBytes((registration.formToken() + "/" + day).getBytes(StandardCharsets.UTF_8)),
                sequence,
                startsAt,
                endsAt,
                event.title(),
                where,
                description,
                portal.link("/wydarzenia/" + event.slug()),
                event.organiser(),
                event.contactEmail(),
                registration.email());
    }

    private String programme(Registration registration, List<Place> places) {
        var language = registration.mailLanguage();
        var formats = new Formats(language);
        return places.stream()
                        .map(place -> {
                            var session = place.session();
                            var room = place.mode() == Mode.ON_SITE
                                            && !session.room().isEmpty()
                                    ? ", " + session.room()
                                    : "";
                            return formats.time(session.startsAt()) + "–" + formats.time(session.endsAt()) + " "
                                    + session.title() + " ("
                                    + messages.get(language, "events.mode." + place.mode()) + room + ")";
                        })
                        .collect(Collectors.joining("\n"))
                // Streams are opened on the page of the registration, so that it is known who watched.
                + (places.stream().allMatch(place -> place.mode() == Mode.ON_SITE)
                        ? ""
                        : "\n" + messages.get(language, "events.registration.stream") + ": "
                                + portal.link("/wydarzenia/zgloszenie/" + tokens.of(registration.key())));
    }

    private static byte[] sha256(Invitation.Term term) {
        var says = String.join(
                "\n",
                term.startsAt().toString(),
                term.endsAt().toString(),
                term.summary(),
                term.where(),
                term.description(),
                term.organiser(),
                term.organiserEmail());
        try {
            return MessageDigest.getInstance("SHA-256").digest(says.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the calendar is to learn of a day.
     *
     * @param day which
     * @param invitation for it, or out of it
     * @param content hash of what the entry says
     */
    @SuppressWarnings("ArrayRecordComponent") // Changes are passed on, never compared.
    record Change(LocalDate day, Invitation invitation, byte[] content) {}

    /**
     * A place in a session.
     *
     * @param session which
     * @param mode in the room or by the stream
     */
    public record Place(Session session, Mode mode) {}
}
