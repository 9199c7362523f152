package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.shared.mail.Letter;
import pl.kujawskopomorskie.ngo.shared.mail.Outbox;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * Writes the mails that go once after an event: to each address one, with the link of each person who was there. When the portal learns
 * later of somebody else of the same registration, their link goes there too, alone.
 */
@Singleton
class AfterPost {

    private final AfterMails mails;
    private final Participants participants;
    private final PersonLinks links;
    private final Messages messages;
    private final PortalConfiguration portal;
    private final Outbox outbox;

    AfterPost(
            AfterMails mails,
            Participants participants,
            PersonLinks links,
            Messages messages,
            PortalConfiguration portal,
            Outbox outbox) {
        this.mails = mails;
        this.participants = participants;
        this.links = links;
        this.messages = messages;
        this.portal = portal;
        this.outbox = outbox;
    }

    /**
     * Writes to some addresses about people who have not been written about; to how many. That they were stands in the same transaction.
     *
     * @param path what is added to the path of a person's link
     * @param closesAt until when they can do what the mail asks for, or null
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int mailSome(
            Event event, AfterMail.Kind kind, String path, @Nullable Instant closesAt, Instant now, int limit) {
        var registrations = mails.registrations(event.key(), kind, limit);
        var byAddress = new ArrayList<List<Participant>>();
        if (!registrations.isEmpty()) {
            var mailed = Set.copyOf(mails.mailed(registrations, kind));
            var people = participants.ofRegistrations(registrations).stream()
                    .filter(person -> !person.name().isEmpty() && !mailed.contains(person.attendeeId()))
                    .collect(Collectors.groupingBy(
                            Participant::registrationId, LinkedHashMap::new, Collectors.toList()));
            byAddress.addAll(people.values());
        }
        mails.walkIns(event.key(), kind, limit).forEach(person -> byAddress.add(List.of(person)));
        if (byAddress.isEmpty()) {
            return 0;
        }
        links.know(byAddress.stream().flatMap(List::stream).toList());
        mails.saveAll(byAddress.stream()
                .flatMap(List::stream)
                .map(person -> new AfterMail(null, event.key(), kind, person.attendeeId(), person.walkInId(), now))
                .toList());
        byAddress.forEach(people -> outbox.put(letter(event, kind, people, path, closesAt)));
        return byAddress.size();
    }

    private Letter letter(
            Event event, AfterMail.Kind kind, List<Participant> people, String path, @Nullable Instant closesAt) {
        var first = people.getFirst();
        var language = first.preferred();
        var lines = people.stream()
                .map(person -> (people.size() == 1 ? "" : Typed.line(person.name()) + ":\n")
                        + portal.link(links.path(person) + path))
                .collect(Collectors.joining("\n\n"));
        var title = Typed.line(event.title());
        return Letter.of(
                first.email(),
                messages.get(language, "events.after.mail." + kind.name() + ".subject", title),
                messages.get(
                        language,
                        "events.after.mail." + kind.name() + ".body",
                        title,
                        lines,
                        people.size(),
                        closesAt == null ? "" : new Formats(language).deadline(closesAt)));
    }
}
