package pl.kujawskopomorskie.ngo.consultations.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationOverview;
import pl.kujawskopomorskie.ngo.consultations.Consultations;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;
import pl.kujawskopomorskie.ngo.consultations.PublicRemark;
import pl.kujawskopomorskie.ngo.consultations.RemarkOrganisation;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/**
 * What {@code /api/v1} answers. Every field is always there, null where there is nothing; moments are ISO 8601 in UTC, days
 * ISO 8601 in Europe/Warsaw, codes in lower case. Fields may be added, and never change their sense or go away within v1.
 */
final class OpenData {

    private OpenData() {}

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * One page of a list.
     *
     * @param items of the page, in an order that never changes
     * @param next address of the page that follows, or null on the last
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ConsultationList(List<Summary> items, @Nullable String next) {}

    /**
     * A consultation as a list has it.
     *
     * @param slug its name in addresses; never changes
     * @param reference its public number
     * @param title of the draft
     * @param subject in one sentence
     * @param kind local_law_act, programme, resolution or other
     * @param state announced, open, closed, answered, reported, adopted or cancelled; as of now
     * @param department the unit responsible
     * @param opensAt first moment at which remarks are accepted
     * @param closesAt first moment at which they are not accepted any more
     * @param remarks submitted and not withdrawn
     * @param answered of these, with an approved answer
     * @param page for people
     * @param self with all that the notice states
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Summary(
            String slug,
            String reference,
            String title,
            String subject,
            String kind,
            String state,
            String department,
            @Nullable String opensAt,
            @Nullable String closesAt,
            long remarks,
            long answered,
            String page,
            String self) {

        static Summary of(ConsultationOverview row, PortalConfiguration portal) {
            return new Summary(
                    row.slug(),
                    row.reference(),
                    row.title(),
                    row.subject(),
                    code(row.kind()),
                    code(row.state()),
                    row.department(),
                    text(row.opensAt()),
                    text(row.closesAt()),
                    row.remarks(),
                    row.answered(),
                    portal.link("/konsultacje/" + row.slug()),
                    portal.link("/api/v1/consultations/" + row.slug()));
        }
    }

    /**
     * A consultation with its notice.
     *
     * @param consultation as lists have it
     * @param summary in plain words; blank lines part paragraphs
     * @param legalBasis of the consultation
     * @param participants who is asked
     * @param channels how remarks may be sent: form, email, paper, meeting, council_opinion
     * @param contact whom to ask
     * @param announcedAt when the notice was published
     * @param reportDueOn last day for the report
     * @param meeting an open meeting, or null
     * @param cancelled null unless it was cancelled
     * @param act what the assembly adopted in the end, or null
     * @param extensions of the term, the first first
     * @param versions of the draft that are published, the first first
     * @param documents beside the draft
     * @param units address of the draft's newest text
     * @param remarks address of the remarks
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Notice(
            Summary consultation,
            String summary,
            String legalBasis,
            String participants,
            List<String> channels,
            Contact contact,
            @Nullable String announcedAt,
            @Nullable String reportDueOn,
            @Nullable Meeting meeting,
            @Nullable Cancelled cancelled,
            @Nullable Act act,
            List<Extension> extensions,
            List<Version> versions,
            List<Document> documents,
            String units,
            String remarks) {

        static Notice of(
                ConsultationOverview overview,
                Consultation row,
                List<Consultations.Extension> extensions,
                List<DraftVersion> versions,
                List<Consultations.Document> documents,
                PortalConfiguration portal) {
            var self = portal.link("/api/v1/consultations/" + row.slug());
            return new Notice(
                    Summary.of(overview, portal),
                    row.summary(),
                    row.legalBasis(),
                    row.participants(),
                    row.channelSet().stream()
                            .sorted()
                            .map((Channel channel) -> code(channel))
                            .toList(),
                    new Contact(row.contactName(), row.contactEmail(), orNull(row.contactPhone())),
                    text(row.announcedAt()),
                    text(row.reportDueOn()),
                    row.meetingAt() == null
                            ? null
                            : new Meeting(
                                    row.meetingAt().toString(), orNull(row.meetingPlace()), orNull(row.meetingNote())),
                    row.cancelledAt() == null
                            ? null
                            : new Cancelled(row.cancelledAt().toString(), orNull(row.cancelReason())),
                    row.actNumber() == null
                            ? null
                            : new Act(row.actNumber(), text(row.actAdoptedOn()), orNull(row.actLink())),
                    extensions.stream()
                            .map(extension -> new Extension(
                                    extension.oldClosesAt().toString(),
                                    extension.newClosesAt().toString(),
                                    extension.reason(),
                                    extension.extendedAt().toString()))
                            .toList(),
                    versions.stream()
                            .filter(version -> version.publishedAt() != null)
                            .map(version -> Version.of(version, self))
                            .toList(),
                    documents.stream()
                            .map(document -> new Document(document.title(), document.mediaType(), document.sizeBytes()))
                            .toList(),
                    self + "/units",
                    self + "/remarks");
        }
    }

    /**
     * Whom to ask.
     *
     * @param name a unit or a post
     * @param email of it
     * @param phone of it, or null
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Contact(String name, String email, @Nullable String phone) {}

    /**
     * An open meeting.
     *
     * @param at when it begins
     * @param place where
     * @param note what else to know
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Meeting(
            String at, @Nullable String place, @Nullable String note) {}

    /**
     * That it was cancelled.
     *
     * @param at when
     * @param reason in public
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Cancelled(String at, @Nullable String reason) {}

    /**
     * The act that came of it.
     *
     * @param number of the act
     * @param adoptedOn day of its adoption
     * @param link where it is published, or null
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Act(
            String number,
            @Nullable String adoptedOn,
            @Nullable String link) {}

    /**
     * One time that the term was made longer.
     *
     * @param oldClosesAt when it would have ended
     * @param newClosesAt when it ends instead
     * @param reason in public
     * @param extendedAt when that was decided
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Extension(String oldClosesAt, String newClosesAt, String reason, String extendedAt) {}

    /**
     * A published version of the draft.
     *
     * @param number 1 for the first
     * @param title of the act as read from its text
     * @param note what is new in it, or null
     * @param publishedAt when
     * @param units address of its text
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Version(
            int number,
            String title,
            @Nullable String note,
            @Nullable String publishedAt,
            String units) {

        static Version of(DraftVersion row, String self) {
            return new Version(
                    row.number(),
                    row.title(),
                    orNull(row.note()),
                    text(row.publishedAt()),
                    self + "/units?version=" + row.number());
        }
    }

    /**
     * A document beside the draft; its file is on the consultation's page.
     *
     * @param title for readers
     * @param mediaType of the file
     * @param sizeBytes of the file
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Document(String title, String mediaType, long sizeBytes) {}

    /**
     * The text of one version.
     *
     * @param version it belongs to
     * @param items in the order of the text
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record UnitList(Version version, List<Unit> items) {}

    /**
     * A provision unit.
     *
     * @param address permanent within the version; also the fragment of the draft's page
     * @param parent address of the unit it stands in, or null
     * @param kind section, paragraph, point, letter, indent and so on
     * @param label as printed
     * @param citation as law cites it
     * @param text its own words, without those of the units inside it
     * @param change same, changed, moved or new against the version before; null in the first
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Unit(
            String address,
            @Nullable String parent,
            String kind,
            String label,
            String citation,
            String text,
            @Nullable String change) {

        static Unit of(DraftUnit row) {
            return new Unit(
                    row.address(),
                    orNull(row.parent()),
                    code(row.kind()),
                    row.label(),
                    row.citation(),
                    row.text(),
                    row.fate() == null ? null : code(row.fate()));
        }
    }

    /**
     * One page of remarks.
     *
     * @param items in the order of their numbers
     * @param next address of the page that follows, or null on the last
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RemarkList(List<RemarkItem> items, @Nullable String next) {}

    /**
     * A remark as everybody may read it. Parts that the office hides are replaced by the reason.
     *
     * @param reference its public number
     * @param number within the consultation; there are no gaps
     * @param withdrawn whether its author took it back; then all texts are null
     * @param channel form, email, paper, meeting or council_opinion
     * @param version of the draft it was made on
     * @param unit address there, or null for the whole act
     * @param citation of the unit there, or null for the whole act
     * @param author who agreed to be named, or null
     * @param organisation in whose name it was made, or null
     * @param currentWording of the unit when the remark was made
     * @param proposedWording what should stand there instead
     * @param rationale why
     * @param submittedAt when the office had it
     * @param attachments how many files it has
     * @param answer approved, or null
     * @param page for people
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RemarkItem(
            String reference,
            int number,
            boolean withdrawn,
            String channel,
            int version,
            @Nullable String unit,
            @Nullable String citation,
            @Nullable String author,
            @Nullable OrganisationItem organisation,
            @Nullable String currentWording,
            @Nullable String proposedWording,
            @Nullable String rationale,
            @Nullable String submittedAt,
            int attachments,
            @Nullable AnswerItem answer,
            String page) {

        static RemarkItem of(Consultation consultation, PublicRemark row, PortalConfiguration portal) {
            return new RemarkItem(
                    String.format(Locale.ROOT, "%s/%04d", consultation.reference(), row.number()),
                    row.number(),
                    row.withdrawn(),
                    code(row.channel()),
                    row.version(),
                    orNull(row.unit()),
                    orNull(row.citation()),
                    orNull(row.author()),
                    OrganisationItem.of(row.organisation(), portal),
                    orNull(row.currentWording()),
                    orNull(row.proposedWording()),
                    orNull(row.rationale()),
                    text(row.submittedAt()),
                    row.attachments(),
                    row.answer() == null ? null : AnswerItem.of(row.answer()),
                    portal.link("/konsultacje/" + consultation.slug() + "/uwagi/" + row.number()));
        }
    }

    /**
     * An organisation.
     *
     * @param slug of its page
     * @param orgId as org-id.guide names it, or null when it is in neither register
     * @param page for people
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OrganisationItem(String slug, @Nullable String orgId, String page) {

        static @Nullable OrganisationItem of(@Nullable RemarkOrganisation organisation, PortalConfiguration portal) {
            return organisation == null
                    ? null
                    : new OrganisationItem(
                            organisation.slug(),
                            organisation.orgId(),
                            portal.link("/organizacje/" + organisation.slug()));
        }
    }

    /**
     * The approved answer to a remark.
     *
     * @param position accepted, partly_accepted, rejected or out_of_scope
     * @param rationale why
     * @param answeredAt when it was approved
     * @param changed what the remark changed in a later version, or null
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AnswerItem(
            String position,
            String rationale,
            String answeredAt,
            @Nullable Changed changed) {

        static AnswerItem of(PublicRemark.PublicAnswer answer) {
            var changed = answer.changed();
            Instant answeredAt = answer.answeredAt();
            return new AnswerItem(
                    code(answer.position()),
                    answer.rationale(),
                    answeredAt.toString(),
                    changed == null ? null : new Changed(changed.version(), changed.unit(), changed.citation()));
        }
    }

    /**
     * A unit that a remark changed.
     *
     * @param version in which
     * @param unit its address there
     * @param citation as law cites it
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Changed(int version, String unit, String citation) {}
}
