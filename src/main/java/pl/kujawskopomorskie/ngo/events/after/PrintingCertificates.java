package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.documents.PdfDocuments;
import pl.kujawskopomorskie.ngo.shared.documents.PdfFacts;
import pl.kujawskopomorskie.ngo.shared.documents.QrCode;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** Prints certificates: a page for each, or two where both languages are asked for. */
@Singleton
public class PrintingCertificates {

    private final PdfDocuments documents;
    private final Messages messages;
    private final PortalConfiguration portal;

    PrintingCertificates(PdfDocuments documents, Messages messages, PortalConfiguration portal) {
        this.documents = documents;
        this.messages = messages;
        this.portal = portal;
    }

    /** The document; made twice from the same certificates it is the same file. */
    public byte[] pdf(Issuing.Issued issued, List<Language> languages) {
        var first = issued.certificates().getFirst().certificate();
        var main = languages.getFirst();
        var papers = new ArrayList<Paper>();
        for (var certified : issued.certificates()) {
            for (var language : languages) {
                papers.add(paper(certified, language));
            }
        }
        var title = issued.certificates().size() == 1
                ? messages.get(main, "events.certificate.of", first.number().printed())
                : messages.get(main, "events.certificates.of", first.eventTitle());
        var identity = issued.certificates().stream()
                .map(each -> each.certificate().code())
                .collect(Collectors.joining(" "));
        return documents.render(
                "pdf/certificates",
                new Papers(title, papers),
                new PdfFacts("certificates " + identity, first.issuedAt(), main));
    }

    private Paper paper(Issuing.Certified certified, Language language) {
        var row = certified.certificate();
        var formats = new Formats(language);
        var address = portal.link(row.number().path());
        var facts = new ArrayList<Fact>();
        facts.add(fact(language, "event", row.eventTitle()));
        facts.add(fact(language, "when", days(formats, row.startsAt(), row.endsAt())));
        if (!row.venue().isEmpty() && row.participation() != Participation.ONLINE) {
            facts.add(fact(language, "venue", row.venue()));
        }
        facts.add(fact(
                language,
                "participation",
                messages.get(
                        language, "events.participation." + row.participation().name())));
        if (!certified.sessions().isEmpty()) {
            facts.add(new Fact(
                    messages.get(language, "events.certificate.fact.sessions"),
                    certified.sessions().stream()
                            .map(session -> session(language, formats, session, row.participation()))
                            .toList()));
        }
        if (row.minutes() > 0) {
            facts.add(fact(
                    language, "hours", messages.get(language, "events.certificate.hours", row.hours(), row.rest())));
        }
        if (!row.organiser().isEmpty()) {
            facts.add(fact(language, "organiser", row.organiser()));
        }
        facts.add(fact(language, "issued", formats.date(row.issuedAt())));
        return new Paper(
                language.tag(),
                messages.get(language, "events.certificate.heading"),
                messages.get(language, "events.certificate.statement"),
                row.name(),
                facts,
                messages.get(language, "events.certificate.number"),
                row.number().printed(),
                messages.get(language, "events.certificate.check.at"),
                address,
                messages.get(
                        language, "events.certificate.code.alt", row.number().printed()),
                new QrCode(address).dataAddress());
    }

    private Fact fact(Language language, String name, String value) {
        return new Fact(messages.get(language, "events.certificate.fact." + name), List.of(value));
    }

    private String session(Language language, Formats formats, CertificateSession session, Participation how) {
        var when = formats.date(session.startsAt()) + ", " + formats.time(session.startsAt()) + "–"
                + formats.time(session.endsAt());
        var line = session.title() + " (" + when;
        return how == Participation.BOTH
                ? line + ", "
                        + messages.get(language, "events.mode." + session.mode().name()) + ")"
                : line + ")";
    }

    /** The days of an event, as papers and pages write them. */
    public static String days(Formats formats, Instant startsAt, Instant endsAt) {
        var last = endsAt.minusNanos(1);
        return OfficeTime.day(startsAt).equals(OfficeTime.day(last))
                ? formats.date(startsAt)
                : formats.date(startsAt) + " – " + formats.date(last);
    }

    /**
     * What is printed.
     *
     * @param title of the document
     * @param papers a page each
     */
    public record Papers(String title, List<Paper> papers) {}

    /**
     * A page.
     *
     * @param language of its words, as a tag
     * @param heading what it is
     * @param statement what it certifies
     * @param name of whom
     * @param facts one below the other
     * @param numberLabel what the number is called
     * @param number in groups
     * @param checkLabel what can be done at the address
     * @param address where the number is checked
     * @param codeAlt the picture in words
     * @param code picture of the address
     */
    public record Paper(
            String language,
            String heading,
            String statement,
            String name,
            List<Fact> facts,
            String numberLabel,
            String number,
            String checkLabel,
            String address,
            String codeAlt,
            String code) {}

    /**
     * A line of the table.
     *
     * @param label what it is
     * @param lines its words
     */
    public record Fact(String label, List<String> lines) {}
}
