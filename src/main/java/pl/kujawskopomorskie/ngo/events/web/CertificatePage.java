package pl.kujawskopomorskie.ngo.events.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.events.after.Certificate;
import pl.kujawskopomorskie.ngo.events.after.CertificateSession;
import pl.kujawskopomorskie.ngo.events.after.Issuing;
import pl.kujawskopomorskie.ngo.events.after.Participation;
import pl.kujawskopomorskie.ngo.events.after.PrintingCertificates;
import pl.kujawskopomorskie.ngo.shared.text.Formats;

/**
 * A certificate for whoever checks it: what stands on the paper, and whether it holds.
 *
 * @param certificate itself
 * @param sessions that it names
 * @param state whether it holds: the end of a key of texts
 */
record CertificatePage(Certificate certificate, List<CertificateSession> sessions, String state) {

    static CertificatePage of(Issuing.Certified certified, boolean attested) {
        var row = certified.certificate();
        return new CertificatePage(row, certified.sessions(), state(row, attested));
    }

    private static String state(Certificate row, boolean attested) {
        if (row.state() != Certificate.State.VALID) {
            return row.state().name();
        }
        if (row.forgottenAt() != null) {
            return "FORGOTTEN";
        }
        return attested ? row.state().name() : "WITHDRAWN";
    }

    /** The number as it is printed. */
    public String number() {
        return certificate.number().printed();
    }

    /** Whether it holds. */
    public boolean valid() {
        return certificate.state() == Certificate.State.VALID && !state.equals("WITHDRAWN");
    }

    /** The days of the event. */
    public String days(Formats formats) {
        return PrintingCertificates.days(formats, certificate.startsAt(), certificate.endsAt());
    }

    /** Whether each session says how the person took part in it. */
    public boolean mixed() {
        return certificate.participation() == Participation.BOTH;
    }
}
