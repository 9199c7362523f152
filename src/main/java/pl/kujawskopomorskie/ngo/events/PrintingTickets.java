package pl.kujawskopomorskie.ngo.events;

import jakarta.inject.Singleton;
import java.util.List;
import pl.kujawskopomorskie.ngo.shared.documents.PdfDocuments;
import pl.kujawskopomorskie.ngo.shared.documents.PdfFacts;
import pl.kujawskopomorskie.ngo.shared.documents.QrCode;

/** Prints the tickets of a registration: a page for each person, with the code for the door. */
@Singleton
class PrintingTickets {

    private final PdfDocuments documents;

    PrintingTickets(PdfDocuments documents) {
        this.documents = documents;
    }

    /**
     * The tickets as PDF, in the language of the registration.
     *
     * @param places where each of the people has a place
     */
    byte[] pdf(Event event, Registration registration, List<Attendee> people, List<RegistrationCalendar.Place> places) {
        return documents.render(
                "pdf/tickets",
                new Tickets(
                        event,
                        places,
                        people.stream()
                                .map(person -> new Ticket(
                                        person.name(),
                                        TicketCode.grouped(person.ticket()),
                                        new QrCode(person.ticket()).dataAddress()))
                                .toList()),
                new PdfFacts("tickets " + registration.key(), registration.createdAt(), registration.mailLanguage()));
    }

    /**
     * What is printed.
     *
     * @param event to which
     * @param places where each of the people has a place
     * @param people one page each
     */
    public record Tickets(Event event, List<RegistrationCalendar.Place> places, List<Ticket> people) {}

    /**
     * One page.
     *
     * @param name of the person
     * @param code in groups, to be typed where no camera is
     * @param picture of the code
     */
    public record Ticket(String name, String code, String picture) {}
}
