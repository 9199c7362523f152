package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import java.util.stream.IntStream;
import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.after.ComparingCertificates;
import pl.kujawskopomorskie.ngo.events.after.IssuingCertificates;
import pl.kujawskopomorskie.ngo.events.after.MailingCertificates;
import pl.kujawskopomorskie.ngo.events.after.OfficeCertificates;

/**
 * Those who were at an event, with their certificates.
 *
 * @param event which
 * @param words as typed
 * @param found a page of them
 * @param parts the documents that hold all of them
 * @param mail to how many the link would go
 * @param differing certificates that say something else than is noted now
 * @param mayRun whether the reader may change anything
 */
record CertificatesPage(
        Event event,
        String words,
        OfficeCertificates.Found found,
        List<Part> parts,
        MailingCertificates.Preview mail,
        List<ComparingCertificates.Compared> differing,
        boolean mayRun) {

    static CertificatesPage of(
            Event event,
            String words,
            OfficeCertificates.Found found,
            int named,
            MailingCertificates.Preview mail,
            List<ComparingCertificates.Compared> differing,
            boolean mayRun) {
        var size = IssuingCertificates.IN_A_DOCUMENT;
        return new CertificatesPage(
                event,
                words,
                found,
                IntStream.range(0, (named + size - 1) / size)
                        .mapToObj(part -> new Part(part + 1, part * size + 1, Math.min(named, (part + 1) * size)))
                        .toList(),
                mail,
                differing,
                mayRun);
    }

    /** Whether there are so many that they are in more documents than one. */
    public boolean several() {
        return parts.size() > 1;
    }

    /**
     * A document.
     *
     * @param number from 1
     * @param first of those in it, by name, from 1
     * @param last of those in it
     */
    record Part(int number, int first, int last) {}
}
