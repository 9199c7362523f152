package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.documents.PdfDocuments;
import pl.kujawskopomorskie.ngo.shared.documents.PdfFacts;
import pl.kujawskopomorskie.ngo.shared.text.Language;

/** Makes the receipt of a remark: the text that its hash is computed from, and a PDF for people. */
@Singleton
public class PrintingReceipt {

    private final Consultations consultations;
    private final DraftVersions versions;
    private final DraftUnits units;
    private final Remarks remarks;
    private final RemarkAttachments attachments;
    private final PdfDocuments documents;

    PrintingReceipt(
            Consultations consultations,
            DraftVersions versions,
            DraftUnits units,
            Remarks remarks,
            RemarkAttachments attachments,
            PdfDocuments documents) {
        this.consultations = consultations;
        this.versions = versions;
        this.units = units;
        this.remarks = remarks;
        this.attachments = attachments;
        this.documents = documents;
    }

    /** The receipt of a person's own remark, or of one of an organisation for which they speak; nobody else gets it, because it holds what the office may hide. */
    public Optional<Printable> ofAuthor(String slug, int number, Actor actor) {
        return consultations
                .findBySlug(slug)
                .flatMap(consultation -> remarks.ownedByNumber(consultation.key(), number, actor.personId()))
                .map(remark -> of(remark, actor.personId()));
    }

    /**
     * The receipt of a remark that has its number.
     *
     * @param readerId whose remark it is, or who speaks for its organisation
     */
    Printable of(Remark remark, long readerId) {
        var consultation = consultations.findById(remark.consultationId()).orElseThrow();
        var version = versions.findById(remark.versionId()).orElseThrow();
        var unitId = remark.unitId();
        var unit = unitId == null ? null : units.findById(unitId).orElseThrow();
        var files = attachments.findByRemark(remark.key());
        var receipt = RemarkReceipt.of(
                remark,
                consultation,
                version.number(),
                unit == null ? RemarkReceipt.WHOLE_ACT : unit.citation(),
                files);
        return new Printable(
                consultation,
                remark,
                unit,
                receipt,
                RemarkReceipt.hex(receipt.hash()),
                files,
                remark.organisationId() == null
                        ? ""
                        : remarks.writer(remark.key(), readerId).orElse(""));
    }

    /** The receipt as PDF, in Polish, as documents of the office are. */
    public byte[] pdf(Printable receipt) {
        return documents.render(
                "pdf/remark-receipt",
                receipt,
                new PdfFacts(
                        receipt.receipt().number() + " receipt",
                        receipt.receipt().submittedAt(),
                        Language.POLISH));
    }

    /**
     * All that a receipt shows.
     *
     * @param consultation whose remark it is
     * @param remark itself
     * @param unit remarked on, or null for the whole act
     * @param receipt the text that is hashed
     * @param hash in hexadecimal digits
     * @param files attachments
     * @param madeBy for an organisation the name of the person who submitted it, otherwise empty
     */
    public record Printable(
            Consultation consultation,
            Remark remark,
            @Nullable DraftUnit unit,
            RemarkReceipt receipt,
            String hash,
            List<RemarkAttachments.File> files,
            String madeBy) {

        /** Name for the file without its ending: {@code potwierdzenie-K-2026-7-0042}. */
        public String fileName() {
            return "potwierdzenie-" + receipt.number().replace('/', '-');
        }
    }
}
