package pl.kujawskopomorskie.ngo.consultations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a published report says. It is kept as JSON and read from nowhere else, so nothing that changes later reaches
 * it. What everybody downloads as JSON is this very text, and its SHA-256 can be checked by anybody.
 *
 * @param format version of this layout, 1
 * @param reference public number of the consultation
 * @param slug of its address
 * @param title of the draft
 * @param subject in one sentence
 * @param legalBasis of the consultation
 * @param kind what was consulted
 * @param participants who was asked
 * @param department the unit responsible
 * @param contactName whom to ask
 * @param contactEmail where to ask
 * @param announcedAt when the notice was published
 * @param opensAt first moment of the term
 * @param closesAt first moment after the term
 * @param extensions of the term, the first first
 * @param channels how remarks could be sent
 * @param meeting an open meeting, or null
 * @param versions of the draft that were published
 * @param documents beside the draft
 * @param introduction before the register
 * @param afterword after it
 * @param publishedAt when the report was frozen
 * @param counts what the register adds up to
 * @param register of all remarks, withdrawn ones by their number alone
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FrozenReport(
        int format,
        String reference,
        String slug,
        String title,
        String subject,
        String legalBasis,
        ConsultationKind kind,
        String participants,
        String department,
        String contactName,
        String contactEmail,
        @Nullable Instant announcedAt,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        List<Extension> extensions,
        List<Channel> channels,
        @Nullable Meeting meeting,
        List<Version> versions,
        List<Document> documents,
        String introduction,
        String afterword,
        Instant publishedAt,
        Counts counts,
        List<Entry> register) {

    /** The layout that is written now. */
    public static final int FORMAT = 1;

    public FrozenReport {
        extensions = List.copyOf(extensions);
        channels = List.copyOf(channels);
        versions = List.copyOf(versions);
        documents = List.copyOf(documents);
        register = List.copyOf(register);
    }

    /** Paragraphs of a text, parted by blank lines. */
    public static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** One time that the term was made longer. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Extension(Instant oldClosesAt, Instant newClosesAt, String reason) {}

    /** An open meeting. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Meeting(Instant at, String place, String note) {}

    /** A version of the draft. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Version(int number, String note, @Nullable Instant publishedAt) {}

    /** A document beside the draft. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Document(String title, String fileName) {}

    /**
     * What the register adds up to.
     *
     * @param remarks submitted and not withdrawn
     * @param withdrawn taken back by their authors
     * @param byPosition of the remarks, every position once
     * @param byChannel of the remarks, every channel once
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Counts(int remarks, int withdrawn, List<Count> byPosition, List<Count> byChannel) {

        public Counts {
            byPosition = List.copyOf(byPosition);
            byChannel = List.copyOf(byChannel);
        }
    }

    /**
     * How many remarks share something.
     *
     * @param name of a position or a channel
     * @param remarks how many
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Count(String name, int remarks) {}

    /**
     * A remark with its answer, as everybody could read them when the report was published.
     *
     * @param number within the consultation
     * @param reference public number
     * @param withdrawn whether its author took it back; then nothing else is said
     * @param channel how it came
     * @param version of the draft it was made on
     * @param unit address of its unit, empty for the whole act
     * @param citation of its unit, empty for the whole act
     * @param author empty for a person who is not named
     * @param currentWording of the unit
     * @param proposedWording possibly empty
     * @param rationale possibly empty
     * @param submittedAt null when withdrawn
     * @param hash of its receipt
     * @param attachments how many
     * @param position null when withdrawn
     * @param answer empty when withdrawn
     * @param answeredAt null when withdrawn
     * @param changedVersion version that the remark changed, or null
     * @param changedUnit address of the unit it changed, or empty
     * @param changedCitation of that unit, or empty
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(
            int number,
            String reference,
            boolean withdrawn,
            Channel channel,
            int version,
            String unit,
            String citation,
            String author,
            String currentWording,
            String proposedWording,
            String rationale,
            @Nullable Instant submittedAt,
            String hash,
            int attachments,
            Answer.@Nullable Position position,
            String answer,
            @Nullable Instant answeredAt,
            @Nullable Integer changedVersion,
            String changedUnit,
            String changedCitation) {

        static Entry of(String consultation, PublicRemark remark) {
            var answer = remark.answer();
            var changed = answer == null ? null : answer.changed();
            return new Entry(
                    remark.number(),
                    RemarkReceipt.number(consultation, remark.number()),
                    remark.withdrawn(),
                    remark.channel(),
                    remark.version(),
                    remark.unit(),
                    remark.citation(),
                    remark.author(),
                    remark.currentWording(),
                    remark.proposedWording(),
                    remark.rationale(),
                    remark.submittedAt(),
                    remark.hash(),
                    remark.attachments(),
                    answer == null ? null : answer.position(),
                    answer == null ? "" : answer.rationale(),
                    answer == null ? null : answer.answeredAt(),
                    changed == null ? null : Integer.valueOf(changed.version()),
                    changed == null ? "" : changed.unit(),
                    changed == null ? "" : changed.citation());
        }

        /** Name of its position, or of there being none. */
        public String positionName() {
            return position == null ? "NONE" : position.name();
        }
    }
}
