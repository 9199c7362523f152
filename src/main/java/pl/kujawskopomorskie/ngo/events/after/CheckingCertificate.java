package pl.kujawskopomorskie.ngo.events.after;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Anybody who holds a certificate learns whether it holds; the answer says nothing that does not stand on the paper. */
@Singleton
public class CheckingCertificate {

    private final Certificates certificates;
    private final CertificateSessions sessions;

    CheckingCertificate(Certificates certificates, CertificateSessions sessions) {
        this.certificates = certificates;
        this.sessions = sessions;
    }

    /** Whether it is still noted that its person was there; of one whose name was deleted that is not asked any more. */
    public boolean attested(Certificate certificate) {
        return certificate.forgottenAt() != null || certificates.attested(certificate.key());
    }

    /** The certificate of a number, whether it holds or not. */
    public Optional<Issuing.Certified> check(CertificateNumber number) {
        return certificates
                .findByYearAndCode(number.year(), number.code())
                .map(row -> new Issuing.Certified(row, sessions.of(List.of(row.key()))));
    }
}
