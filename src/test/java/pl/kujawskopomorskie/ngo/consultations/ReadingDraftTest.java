package pl.kujawskopomorskie.ngo.consultations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pl.kujawskopomorskie.ngo.accounts.Actor;
import pl.kujawskopomorskie.ngo.accounts.Role;
import pl.kujawskopomorskie.ngo.shared.documents.StoringFiles;
import pl.kujawskopomorskie.ngo.testing.People;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

@PortalTest
class ReadingDraftTest {

    private final ReadingDraft reading;
    private final MendingDraft mending;
    private final HidingInNotice hidingInNotice;
    private final DraftVersions versions;
    private final StoringFiles files;
    private final Consultation consultation;
    private final Actor clerk;

    ReadingDraftTest(
            ReadingDraft reading,
            MendingDraft mending,
            HidingInNotice hidingInNotice,
            DraftVersions versions,
            StoringFiles files,
            ConsultationRows rows,
            People people) {
        this.reading = reading;
        this.mending = mending;
        this.hidingInNotice = hidingInNotice;
        this.versions = versions;
        this.files = files;
        this.consultation = rows.open();
        this.clerk = people.person(Role.CLERK);
    }

    @Test
    void a_draft_read_again_replaces_its_file_which_is_kept_no_longer() {
        var first = read("§ 1. Uchwala się program.");
        var second = read("§ 1. Uchwala się regulamin.");

        assertThat(second).isNotEqualTo(first);
        assertThat(files.find(first)).isEmpty();
        assertThat(files.find(second)).isPresent();

        assertThat(reading.read(consultation.slug(), "§ 1. Uchwala się statut.", true, clerk))
                .isInstanceOf(DraftReading.Done.class);
        assertThat(files.find(second)).isEmpty();
        assertThat(draft().fileId()).isNull();
    }

    @Test
    void only_what_was_mended_by_hand_keeps_a_draft_from_being_read_again_unasked() {
        readUnasked("§ 1. Uchwala się program.");
        readUnasked("§ 1. Uchwala się regulamin.");
        assertThat(hidingInNotice.hide(consultation.slug(), "Krótko", "dane osobowe", clerk))
                .isEqualTo(new Reporting.Done());
        readUnasked("§ 1. Uchwala się statut.\n§ 2. Wchodzi w życie.");

        var place = new MendingDraft.Place(consultation.slug(), 2, draft().revision(), "par_1");
        assertThat(mending.join(place, clerk)).isInstanceOf(DraftReading.Done.class);

        assertThat(reading.read(consultation.slug(), "§ 1. Uchwala się plan.", false, clerk))
                .isInstanceOfSatisfying(
                        DraftReading.Invalid.class,
                        invalid -> assertThat(invalid.errors().at("sure")).isNotNull());
        assertThat(reading.read(consultation.slug(), "§ 1. Uchwala się plan.", true, clerk))
                .isInstanceOf(DraftReading.Done.class);
        readUnasked("§ 1. Uchwala się strategię.");
    }

    private void readUnasked(String text) {
        assertThat(reading.read(consultation.slug(), text, false, clerk)).isInstanceOf(DraftReading.Done.class);
    }

    private long read(String text) {
        assertThat(reading.read(consultation.slug(), text.getBytes(StandardCharsets.UTF_8), "projekt.txt", true, clerk))
                .isInstanceOf(DraftReading.Done.class);
        var file = draft().fileId();
        assertThat(file).isNotNull();
        return file;
    }

    private DraftVersion draft() {
        return versions.findByConsultationIdAndNumber(consultation.key(), 2).orElseThrow();
    }
}
