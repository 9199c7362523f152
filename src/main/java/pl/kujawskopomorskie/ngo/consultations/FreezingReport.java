package pl.kujawskopomorskie.ngo.consultations;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import pl.kujawskopomorskie.ngo.accounts.Department;
import pl.kujawskopomorskie.ngo.accounts.OfficeDepartments;

/** Gathers all that a report says into one text that never changes again, and reads it back. */
@Singleton
public final class FreezingReport {

    private static final int REMARKS_AT_ONCE = 500;

    private final Consultations consultations;
    private final DraftVersions versions;
    private final PublicRemarks remarks;
    private final OfficeDepartments departments;
    private final ObjectMapper json;

    FreezingReport(
            Consultations consultations,
            DraftVersions versions,
            PublicRemarks remarks,
            OfficeDepartments departments,
            ObjectMapper json) {
        this.consultations = consultations;
        this.versions = versions;
        this.remarks = remarks;
        this.departments = departments;
        this.json = json;
    }

    /** All that the report of a consultation says if it is published at a moment, as it will be kept. */
    public Frozen freeze(Consultation consultation, String introduction, String afterword, Instant publishedAt) {
        var report = gather(consultation, introduction, afterword, publishedAt);
        try {
            var text = json.writeValueAsString(report);
            return new Frozen(text, MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What a published report says. */
    public FrozenReport thaw(ConsultationReport report) {
        try {
            return Objects.requireNonNull(
                    json.readValue(Objects.requireNonNull(report.frozen(), "not published"), FrozenReport.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FrozenReport gather(Consultation consultation, String introduction, String afterword, Instant publishedAt) {
        var register = register(consultation);
        var meetingAt = consultation.meetingAt();
        return new FrozenReport(
                FrozenReport.FORMAT,
                consultation.reference(),
                consultation.slug(),
                consultation.title(),
                consultation.subject(),
                consultation.legalBasis(),
                consultation.kind(),
                consultation.participants(),
                departments
                        .withKey(consultation.departmentId())
                        .map(Department::name)
                        .orElse(""),
                consultation.contactName(),
                consultation.contactEmail(),
                consultation.announcedAt(),
                consultation.opensAt(),
                consultation.closesAt(),
                consultations.extensions(consultation.key()).stream()
                        .map(extension -> new FrozenReport.Extension(
                                extension.oldClosesAt(), extension.newClosesAt(), extension.reason()))
                        .toList(),
                consultation.channelSet().stream().sorted().toList(),
                meetingAt == null
                        ? null
                        : new FrozenReport.Meeting(
                                meetingAt,
                                Objects.requireNonNullElse(consultation.meetingPlace(), ""),
                                Objects.requireNonNullElse(consultation.meetingNote(), "")),
                versions.findByConsultationIdOrderByNumber(consultation.key()).stream()
                        .filter(version -> version.publishedAt() != null)
                        .map(version ->
                                new FrozenReport.Version(version.number(), version.note(), version.publishedAt()))
                        .toList(),
                consultations.documents(consultation.key()).stream()
                        .map(document -> new FrozenReport.Document(document.title(), document.name()))
                        .toList(),
                introduction,
                afterword,
                publishedAt,
                counts(register),
                register);
    }

    private List<FrozenReport.Entry> register(Consultation consultation) {
        var register = new ArrayList<FrozenReport.Entry>();
        var last = 0;
        while (true) {
            var some = remarks.after(consultation, last, REMARKS_AT_ONCE);
            some.forEach(remark -> register.add(FrozenReport.Entry.of(consultation.reference(), remark)));
            if (some.size() < REMARKS_AT_ONCE) {
                return register;
            }
            last = some.getLast().number();
        }
    }

    private static FrozenReport.Counts counts(List<FrozenReport.Entry> register) {
        var standing = register.stream().filter(entry -> !entry.withdrawn()).toList();
        return new FrozenReport.Counts(
                standing.size(),
                register.size() - standing.size(),
                Arrays.stream(Answer.Position.values())
                        .map(position -> new FrozenReport.Count(position.name(), (int) standing.stream()
                                .filter(entry -> entry.position() == position)
                                .count()))
                        .toList(),
                Arrays.stream(Channel.values())
                        .map(channel -> new FrozenReport.Count(channel.name(), (int) standing.stream()
                                .filter(entry -> entry.channel() == channel)
                                .count()))
                        .toList());
    }

    /**
     * A frozen report.
     *
     * @param json its text
     * @param sha256 of that text in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // as the row has it; nobody compares these records
    public record Frozen(String json, byte[] sha256) {}
}
