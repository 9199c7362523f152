package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.consultations.act.ActReader;
import pl.kujawskopomorskie.ngo.consultations.act.ActText;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadingLimits;
import pl.kujawskopomorskie.ngo.consultations.act.source.SourceReader;
import pl.kujawskopomorskie.ngo.shared.audit.AuditLog;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * A clerk reads a draft in, from a file or from pasted text, as a new version that only the office sees yet. Reading again
 * before publishing replaces what was read.
 */
@Singleton
public class ReadingDraft {

    private static final Set<String> ENDINGS = Set.of("docx", "odt", "pdf", "txt");
    private static final int LONGEST_TITLE = 1000;

    private final Consultations consultations;
    private final ConsultationReports reports;
    private final ConsultationSettings settings;
    private final DraftVersions versions;
    private final DraftTexts texts;
    private final DraftAlignments alignments;
    private final StoringFiles files;
    private final AuditLog audit;
    private final Clock clock;

    ReadingDraft(
            Consultations consultations,
            ConsultationReports reports,
            ConsultationSettings settings,
            DraftVersions versions,
            DraftTexts texts,
            DraftAlignments alignments,
            StoringFiles files,
            AuditLog audit,
            Clock clock) {
        this.consultations = consultations;
        this.reports = reports;
        this.settings = settings;
        this.versions = versions;
        this.texts = texts;
        this.alignments = alignments;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reads a file. The bytes are kept as they came, beside what was read.
     *
     * @param name of the file; its content decides what it is, but a file by the name of a program is none of ours
     * @param sure whether what was mended by hand in the version that nobody saw yet may be lost
     */
    @Transactional
    public DraftReading read(String slug, byte[] file, String name, boolean sure, Actor actor) {
        var limit = settings.valueOf(ConsultationSetting.LARGEST_FILE_MB) * 1024L * 1024L;
        var reader = new SourceReader(ReadingLimits.DEFAULT.withMaxBytes(limit));
        return read(
                slug,
                sure,
                actor,
                () -> switch (reader.read(file, name)) {
                    case ReadSource.Read read
                    when !isNamedAsText(name) -> new ReadSource.Refused(ReadSource.Reason.UNKNOWN_TYPE);
                    case ReadSource other -> other;
                },
                () -> storeOriginal(file, name, limit, actor));
    }

    /**
     * Reads text that was pasted.
     *
     * @param sure whether what was mended by hand in the version that nobody saw yet may be lost
     */
    @Transactional
    public DraftReading read(String slug, String text, boolean sure, Actor actor) {
        return read(slug, sure, actor, () -> new SourceReader().readText(text), () -> null);
    }

    private DraftReading read(String slug, boolean sure, Actor actor, Source source, Original original) {
        var found = consultations.findBySlug(slug).orElse(null);
        if (found == null || !ConsultationPolicy.maySee(actor, found)) {
            return new DraftReading.NotFound();
        }
        if (!ConsultationPolicy.mayRun(actor)) {
            return new DraftReading.Forbidden();
        }
        return switch (source.read()) {
            case ReadSource.Refused(var reason) -> new DraftReading.Unreadable(reason);
            // Read before the lock is taken: a long document must not hold up people who submit remarks.
            case ReadSource.Read read -> keep(found.key(), new ActReader().read(read.text()), sure, original, actor);
        };
    }

    private DraftReading keep(long consultationId, ActText text, boolean sure, Original original, Actor actor) {
        var consultation = consultations.findByIdForUpdate(consultationId).orElse(null);
        if (consultation == null) {
            return new DraftReading.NotFound();
        }
        if (consultation.cancelledAt() != null
                || reports.publishedAt(consultationId).isPresent()) {
            return new DraftReading.WrongMoment("consultations.draft.over");
        }
        var all = versions.findByConsultationIdOrderByNumber(consultationId);
        var last = all.isEmpty() ? null : all.getLast();
        if (last != null && isMended(last) && !sure) {
            return new DraftReading.Invalid(FormErrors.of("sure", "desk.upload.sure.missing"));
        }
        var fileId = original.store();
        var title = cut(text.title());
        DraftVersion version;
        if (last != null && last.publishedAt() == null) {
            version = versions.update(new DraftVersion(
                    last.id(),
                    consultationId,
                    last.number(),
                    title,
                    last.note(),
                    fileId,
                    null,
                    OfficeTime.now(clock),
                    actor.personId(),
                    false,
                    last.revision()));
        } else {
            version = versions.save(new DraftVersion(
                    null,
                    consultationId,
                    last == null ? 1 : last.number() + 1,
                    title,
                    "",
                    fileId,
                    null,
                    OfficeTime.now(clock),
                    actor.personId(),
                    false,
                    0));
        }
        if (last != null && last.publishedAt() == null && last.fileId() != null) {
            files.forget(last.fileId());
        }
        texts.replace(version.key(), text);
        if (version.number() > 1) {
            alignments.align(all.get(version.number() - 2), version, List.of());
        }
        audit.record(
                actor.personId(),
                "DRAFT_READ",
                "consultation",
                consultation.slug(),
                "version " + version.number() + ", units " + text.units().size());
        return new DraftReading.Done(version);
    }

    private @Nullable Long storeOriginal(byte[] file, String name, long limit, Actor actor) {
        return switch (files.store(file, name, limit, actor.personId())) {
            case StoringFiles.Outcome.Stored(var stored) -> stored.key();
            // The reader understood it, so it is text in an encoding that the store does not vouch for.
            case StoringFiles.Outcome.WrongType ignored -> null;
            case StoringFiles.Outcome.Empty ignored -> null;
            case StoringFiles.Outcome.TooLarge ignored -> null;
        };
    }

    /** Whether reading again takes the place of a version that was mended by hand. */
    public static boolean isMended(DraftVersion version) {
        return version.publishedAt() == null && version.mended();
    }

    private static boolean isNamedAsText(String name) {
        var dot = name.lastIndexOf('.');
        return dot >= 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    /** Where the text comes from. */
    private interface Source {
        ReadSource read();
    }

    /** Keeps the file that was sent, if one was. */
    private interface Original {
        @Nullable
        Long store();
    }
}
