package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of {@code resources/demo}, read anew at each call; {@code README.md} there describes them. */
@Singleton
class DemoContent {

    private static final String FOLDER = "demo/";

    private final ResourceLoader resources;
    private final ObjectMapper json;

    DemoContent(ResourceLoader resources, ObjectMapper json) {
        this.resources = resources;
        this.json = json;
    }

    List<PersonEntry> people() {
        return read("people.json", Argument.listOf(PersonEntry.class));
    }

    List<DepartmentEntry> departments() {
        return read("departments.json", Argument.listOf(DepartmentEntry.class));
    }

    DirectoryStory directory() {
        return read("directory.json", Argument.of(DirectoryStory.class));
    }

    /** The organisations, a line each under a header of field names. */
    String organisations() {
        return text("organisations.csv");
    }

    /** The events. */
    EventsEntry events() {
        return read("events.json", Argument.of(EventsEntry.class));
    }

    /** Advisers, their slots and the advice that was given. */
    AdvisoryStory advisory() {
        return read("advisory.json", Argument.of(AdvisoryStory.class));
    }

    /** Rooms, equipment and who asks for them. */
    LendingStory lending() {
        return read("lending.json", Argument.of(LendingStory.class));
    }

    /** What came after an event. */
    AfterEntry after() {
        return read("after.json", Argument.of(AfterEntry.class));
    }

    /** A file that is handed out as it is. */
    byte[] bytes(String file) {
        try (var in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + file + " cannot be read", e);
        }
    }

    /** The teams and visits. */
    RegistersEntry registers() {
        return read("registers.json", Argument.of(RegistersEntry.class));
    }

    /** Who came to events, beside those who registered. */
    AttendanceEntry attendance() {
        return read("attendance.json", Argument.of(AttendanceEntry.class));
    }

    /** The consultations of these days, as their files state them. */
    List<ConsultationEntry> consultations() {
        return read("consultations/index.json", Argument.listOf(String.class)).stream()
                .map(slug -> read(folderOf(slug) + "consultation.json", Argument.of(ConsultationEntry.class)))
                .toList();
    }

    /** All consultations, past and present, with everything that happened in them. */
    List<Story> stories(DemoCalendar calendar) {
        var past = read("history.json", Argument.listOf(PastConsultation.class)).stream()
                .map(PastConsultation::story);
        var present = consultations().stream().map(consultation -> story(consultation, calendar));
        return Stream.concat(past, present).toList();
    }

    private Story story(ConsultationEntry consultation, DemoCalendar calendar) {
        var folder = folderOf(consultation.slug());
        var drafts = new ArrayList<String>();
        for (var version : consultation.versions()) {
            drafts.add(text(folder + version.file()));
        }
        return consultation.story(calendar, drafts, read(folder + "remarks.json", Argument.of(RemarksEntry.class)));
    }

    private static String folderOf(String slug) {
        return "consultations/" + slug + "/";
    }

    private <T> T read(String file, Argument<T> type) {
        try (var in = open(file)) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + file + " cannot be read", e);
        }
    }

    private String text(String file) {
        try (var in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + file + " cannot be read", e);
        }
    }

    private InputStream open(String file) throws IOException {
        return resources
                .getResourceAsStream("classpath:" + FOLDER + file)
                .orElseThrow(() -> new FileNotFoundException(FOLDER + file));
    }
}
