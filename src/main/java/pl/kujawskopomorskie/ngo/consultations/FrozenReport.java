package pl.kujawskopomorskie.ngo.consultations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that a published report says. It is kept as JSON and read from nowhere else, so nothing that changes later reaches
 * it. What everybody downloads as JSON is this very text, and its SHA-256 can be checked by anybody; {@link ReportText} keeps
 * the register apart, so a report that was read has an empty one.
 *
 * @param format version of the layout in which it was published; words hidden later change it from 1 to 2 and no further
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
 * @param edition 1 as it was published; each time that words are hidden afterwards the report gets its next edition
 * @param editedAt when words were last hidden in it, or null
 * @param invitations of organisations to take part; null, and absent from the text, in a report of an earlier layout
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
        int edition,
        @Nullable Instant editedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Invitation> invitations,
        Counts counts,
        List<Entry> register) {

    /** The layout that is written now. The first one knew of no editions, the second of no organisations. */
    public static final int FORMAT = 3;

    private static final int FIRST_FORMAT_WITH_EDITIONS = 2;

    public FrozenReport {
        edition = Math.max(1, edition);
        extensions = List.copyOf(extensions);
        channels = List.copyOf(channels);
        versions = List.copyOf(versions);
        documents = List.copyOf(documents);
        register = List.copyOf(register);
        invitations = invitations == null ? null : List.copyOf(invitations);
    }

    /** The organisations that the office invited; none in a report that says nothing of it. */
    public List<Invitation> invited() {
        return Objects.requireNonNullElse(invitations, List.of());
    }

    /** What its files are called, without an ending. */
    public String fileName() {
        return "sprawozdanie-" + reference.replace('/', '-');
    }

    /** The same report with another register. */
    FrozenReport withRegister(List<Entry> other) {
        return with(format, edition, editedAt, UnaryOperator.identity(), other);
    }

    /**
     * Its next edition, without its register.
     *
     * @param moment when words were hidden
     * @param shown makes of a text what may be read of it
     */
    FrozenReport next(Instant moment, UnaryOperator<String> shown) {
        return with(Math.max(format, FIRST_FORMAT_WITH_EDITIONS), edition + 1, moment, shown, List.of());
    }

    private FrozenReport with(
            int inFormat, int ofEdition, @Nullable Instant moment, UnaryOperator<String> shown, List<Entry> entries) {
        return new FrozenReport(
                inFormat,
                reference,
                slug,
                shown.apply(title),
                shown.apply(subject),
                shown.apply(legalBasis),
                kind,
                shown.apply(participants),
                department,
                shown.apply(contactName),
                shown.apply(contactEmail),
                announcedAt,
                opensAt,
                closesAt,
                extensions.stream()
                        .map(one -> new Extension(one.oldClosesAt, one.newClosesAt, shown.apply(one.reason)))
                        .toList(),
                channels,
                meeting == null ? null : new Meeting(meeting.at, shown.apply(meeting.place), shown.apply(meeting.note)),
                versions.stream()
                        .map(one -> new Version(one.number, shown.apply(one.note), one.publishedAt))
                        .toList(),
                documents.stream()
                        .map(one -> new Document(shown.apply(one.title), shown.apply(one.fileName)))
                        .toList(),
                shown.apply(introduction),
                shown.apply(afterword),
                publishedAt,
                ofEdition,
                moment,
                invitations == null
                        ? null
                        : invitations.stream().map(one -> one.saying(shown)).toList(),
                counts,
                entries);
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

    /**
     * An organisation that the office invited to take part.
     *
     * @param name as it was then
     * @param organisation slug of its page, or null when words of the name are hidden
     * @param orgId how it is named outside, or null
     * @param invitedAt when
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Invitation(
            String name,
            @Nullable String organisation,
            @Nullable String orgId,
            Instant invitedAt) {

        // What leads to the organisation tells its name as well.
        private Invitation saying(UnaryOperator<String> shown) {
            var words = shown.apply(name);
            return words.equals(name) ? this : new Invitation(words, null, null, invitedAt);
        }
    }

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
     * @param organisation slug of the organisation in whose name it was made; null, and absent from the text, without one
     * @param orgId how that organisation is named outside; null, and absent from the text, without such a name
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
            String changedCitation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String organisation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String orgId) {

        static Entry of(String consultation, PublicRemark remark) {
            var answer = remark.answer();
            var changed = answer == null ? null : answer.changed();
            var organisation = remark.organisation();
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
                    changed == null ? "" : changed.citation(),
                    organisation == null ? null : organisation.slug(),
                    organisation == null ? null : organisation.orgId());
        }

        /** This entry without the name of its author. */
        Entry unnamed() {
            return with("", currentWording, proposedWording, rationale, hash, answer);
        }

        /**
         * This entry with further words hidden. What it said and what the remark says agree unless somebody changed rows by
         * hand; then the words are hidden in what was frozen, which stays as it was otherwise.
         *
         * @param before the remark as everybody could read it
         * @param after as everybody may read it now
         * @param redactions all there are, the new ones included
         */
        Entry hiding(PublicRemark before, PublicRemark after, List<RemarkRedaction> redactions) {
            return with(
                    hidden(author, before.author(), after.author(), RemarkRedaction.Field.AUTHOR, redactions),
                    hidden(
                            currentWording,
                            before.currentWording(),
                            after.currentWording(),
                            RemarkRedaction.Field.CURRENT_WORDING,
                            redactions),
                    hidden(
                            proposedWording,
                            before.proposedWording(),
                            after.proposedWording(),
                            RemarkRedaction.Field.PROPOSED_WORDING,
                            redactions),
                    hidden(
                            rationale,
                            before.rationale(),
                            after.rationale(),
                            RemarkRedaction.Field.RATIONALE,
                            redactions),
                    RemarkRedaction.hidesWords(redactions) ? "" : hash,
                    hidden(answer, before.answerText(), after.answerText(), RemarkRedaction.Field.ANSWER, redactions));
        }

        private static String hidden(
                String frozen,
                String before,
                String after,
                RemarkRedaction.Field field,
                List<RemarkRedaction> redactions) {
            return frozen.equals(before) ? after : RemarkRedaction.apply(frozen, field, redactions);
        }

        private Entry with(
                String newAuthor,
                String newCurrent,
                String newProposed,
                String newRationale,
                String newHash,
                String newAnswer) {
            return new Entry(
                    number,
                    reference,
                    withdrawn,
                    channel,
                    version,
                    unit,
                    citation,
                    newAuthor,
                    newCurrent,
                    newProposed,
                    newRationale,
                    submittedAt,
                    newHash,
                    attachments,
                    position,
                    newAnswer,
                    answeredAt,
                    changedVersion,
                    changedUnit,
                    changedCitation,
                    newAuthor.equals(author) ? organisation : null,
                    newAuthor.equals(author) ? orgId : null);
        }

        /** Name of its position, or of there being none. */
        public String positionName() {
            return position == null ? "NONE" : position.name();
        }
    }
}
