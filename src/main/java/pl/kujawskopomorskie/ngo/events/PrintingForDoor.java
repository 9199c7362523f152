package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.PdfDocuments;
import pl.kujawskopomorskie.ngo.shared.documents.PdfFacts;
import pl.kujawskopomorskie.ngo.shared.documents.QrCode;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/**
 * What lies on the table at the door: badges, labels and the list that people sign, of those who have a place on site, by name. Of
 * very many people it comes in parts, so that one takes seconds and a bounded part of the memory.
 */
@Singleton
public class PrintingForDoor {

    /** People of one file. */
    public static final int IN_A_PART = 500;

    private final Events events;
    private final Sessions sessions;
    private final AttendanceRows rows;
    private final PdfDocuments documents;
    private final AuditLog audit;
    private final Clock clock;

    PrintingForDoor(
            Events events,
            Sessions sessions,
            AttendanceRows rows,
            PdfDocuments documents,
            AuditLog audit,
            Clock clock) {
        this.events = events;
        this.sessions = sessions;
        this.rows = rows;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** The event for whose door the actor may print; writes down that they do. */
    @Transactional
    public Optional<Event> begin(String slug, String what, Actor actor) {
        var event = events.findBySlug(slug).filter(found -> EventPolicy.mayLookIntoTheOffice(actor));
        event.ifPresent(found -> audit.record(actor.personId(), "DOOR_PRINTED", "event", slug, what));
        return event;
    }

    /** How many parts there are, at least one. */
    public int parts(Event event, long sessionId) {
        return Math.max(1, (rows.countBadges(event, sessionId) + IN_A_PART - 1) / IN_A_PART);
    }

    /**
     * Badges with the code of the ticket, ten on a sheet, with lines to cut along.
     *
     * @param part from 1
     */
    public byte[] badges(Event event, int part) {
        var badges = people(event, 0, part).stream()
                .map(one -> new Badge(
                        one.name(),
                        one.organisation(),
                        one.places(),
                        new QrCode(one.ticket()).dataAddress(),
                        TicketCode.grouped(one.ticket())))
                .toList();
        return documents.render(
                "pdf/badges", new Badges(event, sheets(badges, Sheet.BADGES)), facts(event, "badges " + part));
    }

    /**
     * Labels with names and organisations for a sheet that is sold.
     *
     * @param part from 1
     */
    public byte[] labels(Event event, Sheet sheet, int part) {
        return documents.render(
                "pdf/labels",
                new Labels(event, sheet, sheets(people(event, 0, part), sheet)),
                facts(event, "labels " + sheet + " " + part));
    }

    /**
     * The list that people sign, of the event or of one session.
     *
     * @param sessionId key of a session, or 0
     * @param part from 1
     */
    public byte[] list(Event event, long sessionId, int part) {
        var programme = sessions.of(event.key());
        var session = programme.stream()
                .filter(one -> one.key() == sessionId)
                .findFirst()
                .orElse(null);
        return documents.render(
                "pdf/attendance-list",
                new Signing(
                        event,
                        session,
                        programme.isEmpty() ? null : programme.getFirst(),
                        people(event, session == null ? 0 : sessionId, part),
                        (part - 1) * IN_A_PART + 1),
                facts(event, "list " + sessionId + " " + part));
    }

    private List<AttendanceRows.Badge> people(Event event, long sessionId, int part) {
        return rows.badges(event, sessionId, IN_A_PART, (part - 1) * IN_A_PART);
    }

    private PdfFacts facts(Event event, String what) {
        return new PdfFacts(event.slug() + " " + what, OfficeTime.now(clock), Language.POLISH);
    }

    private static <T> List<List<T>> sheets(List<T> all, Sheet sheet) {
        var sheets = new ArrayList<List<T>>();
        for (var from = 0; from < all.size(); from += sheet.pieces()) {
            sheets.add(all.subList(from, Math.min(all.size(), from + sheet.pieces())));
        }
        return sheets;
    }

    /** How a sheet of A4 is divided. */
    public enum Sheet {
        /** Badges of 86 by 54 mm, two by five. */
        BADGES(10),
        /** Avery Zweckform L7160 and what fits it: 63.5 by 38.1 mm, three by seven. */
        L7160(21),
        /** Avery Zweckform L7163 and what fits it: 99.1 by 38.1 mm, two by seven. */
        L7163(14);

        private final int pieces;

        Sheet(int pieces) {
            this.pieces = pieces;
        }

        /** How many pieces it has. */
        public int pieces() {
            return pieces;
        }
    }

    /**
     * What is printed.
     *
     * @param event of which event
     * @param sheets with their badges
     */
    public record Badges(Event event, List<List<Badge>> sheets) {}

    /**
     * One badge.
     *
     * @param name of the person
     * @param organisation possibly empty
     * @param places what they have, in the order of the programme
     * @param picture of the code
     * @param code in groups
     */
    public record Badge(
            String name, String organisation, List<AttendanceRows.Place> places, String picture, String code) {

        /** As many of the places as there is room for. */
        public List<AttendanceRows.Place> first() {
            return places.subList(0, Math.min(3, places.size()));
        }
    }

    /**
     * What is printed.
     *
     * @param event of which event
     * @param sheet on which sheets
     * @param sheets with the people on them
     */
    public record Labels(Event event, Sheet sheet, List<List<AttendanceRows.Badge>> sheets) {}

    /**
     * What is printed.
     *
     * @param event of which event
     * @param session of which session, or null for the event
     * @param first the first session of the programme, or null without one
     * @param people in the order of their names
     * @param from number of the first of them
     */
    public record Signing(
            Event event,
            @Nullable Session session,
            @Nullable Session first,
            List<AttendanceRows.Badge> people,
            int from) {}
}
