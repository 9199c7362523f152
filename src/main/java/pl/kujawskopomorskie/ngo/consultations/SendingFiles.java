package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.shared.documents.FileNames;
import pl.kujawskopomorskie.ngo.shared.documents.FileTypes;
import pl.kujawskopomorskie.ngo.shared.documents.StoredFile;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** Files sent with a remark: what is taken of them, and its keeping. */
@Singleton
class SendingFiles {

    private static final long MEGABYTE = 1024 * 1024;

    private final StoringFiles files;
    private final ConsultationSettings settings;

    SendingFiles(StoringFiles files, ConsultationSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** What is wrong with the files, at the field {@code attachments}. */
    FormErrors check(List<SentFile> sent) {
        var most = settings.valueOf(ConsultationSetting.LARGEST_FILE_MB);
        var errors = FormErrors.none();
        for (var file : sent) {
            var name = FileNames.safe(file.name());
            errors = errors.unless(
                            file.content().length <= most * MEGABYTE,
                            "attachments",
                            "consultations.remark.attachment.large",
                            name,
                            most)
                    .unless(file.content().length > 0, "attachments", "consultations.remark.attachment.empty", name)
                    .unless(
                            FileTypes.detect(file.content(), name).isPresent(),
                            "attachments",
                            "consultations.remark.attachment.type",
                            name);
        }
        return errors;
    }

    /** Keeps files that were found fit, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<StoredFile> store(List<SentFile> sent, Actor actor) {
        var most = settings.valueOf(ConsultationSetting.LARGEST_FILE_MB) * MEGABYTE;
        var stored = new ArrayList<StoredFile>();
        for (var file : sent) {
            if (files.store(file.content(), file.name(), most, actor.personId())
                    instanceof StoringFiles.Outcome.Stored outcome) {
                stored.add(outcome.file());
            } else {
                throw new IllegalStateException("A file that was found fit a moment ago is not");
            }
        }
        return stored;
    }

    /** Forgets files that nothing came to refer to, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(List<StoredFile> stored) {
        stored.forEach(file -> files.forget(file.key()));
    }
}
