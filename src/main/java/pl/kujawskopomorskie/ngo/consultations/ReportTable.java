package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.documents.TableColumn;
import pl.kujawskopomorskie.ngo.shared.documents.TableLayout;
import pl.kujawskopomorskie.ngo.shared.text.Formats;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;

/** The register of a published report as a table, with every column explained. Documents are Polish, and so is this. */
@Singleton
public final class ReportTable {

    private static final Language LANGUAGE = Language.POLISH;

    private final Messages messages;

    ReportTable(Messages messages) {
        this.messages = messages;
    }

    /** How the register is exported. */
    public TableLayout<FrozenReport.Entry> layout(PublishedReport published) {
        var report = published.report();
        var formats = new Formats(LANGUAGE);
        var about = new ArrayList<>(List.of(
                text("report.title") + " " + report.reference(),
                report.title(),
                text("report.publishedAt", formats.dateTime(report.publishedAt())),
                text("report.hash") + ": " + published.hash()));
        if (report.editedAt() != null) {
            about.add(text("report.edition", report.edition(), formats.dateTime(report.editedAt())));
        }
        for (var correction : published.corrections()) {
            about.add(
                    text("report.correction.of", formats.dateTime(correction.correctedAt())) + " " + correction.text());
        }
        return new TableLayout<>(text("consultations.register.title"), about, columns());
    }

    /** How the invited organisations are exported. */
    public TableLayout<FrozenReport.Invitation> invitations() {
        return new TableLayout<>(
                text("report.invited"),
                List.of(),
                List.of(
                        TableColumn.text(name("invited"), explanation("invited"), 60, FrozenReport.Invitation::name),
                        TableColumn.text(
                                name("invitedId"), explanation("invitedId"), 22, FrozenReport.Invitation::orgId),
                        TableColumn.moment(
                                name("invitedAt"), explanation("invitedAt"), FrozenReport.Invitation::invitedAt)));
    }

    /** How the corrections are exported. */
    public TableLayout<ConsultationReports.Correction> corrections(PublishedReport published) {
        return new TableLayout<>(
                text("report.corrections"),
                List.of(text("report.title") + " " + published.report().reference()),
                List.of(
                        TableColumn.moment(
                                name("correctedAt"),
                                explanation("correctedAt"),
                                ConsultationReports.Correction::correctedAt),
                        TableColumn.text(
                                name("correction"),
                                explanation("correction"),
                                80,
                                ConsultationReports.Correction::text),
                        TableColumn.number(
                                name("edition"), explanation("edition"), correction -> (long) correction.edition())));
    }

    /** The columns, in order. */
    public List<TableColumn<FrozenReport.Entry>> columns() {
        return List.of(
                words("number", 16, FrozenReport.Entry::reference),
                TableColumn.truth(name("withdrawn"), explanation("withdrawn"), FrozenReport.Entry::withdrawn),
                words("channel", 18, entry -> text("consultations.channel." + entry.channel())),
                TableColumn.moment(name("submittedAt"), explanation("submittedAt"), FrozenReport.Entry::submittedAt),
                words("author", 24, FrozenReport.Entry::author),
                words("orgId", 20, FrozenReport.Entry::orgId),
                TableColumn.number(name("version"), explanation("version"), entry -> (long) entry.version()),
                words("unit", 20, FrozenReport.Entry::citation),
                words("current", 50, FrozenReport.Entry::currentWording),
                words("proposed", 50, FrozenReport.Entry::proposedWording),
                words("rationale", 50, FrozenReport.Entry::rationale),
                words(
                        "position",
                        18,
                        entry -> entry.position() == null ? null : text("consultations.position." + entry.position())),
                words("answer", 50, FrozenReport.Entry::answer),
                TableColumn.moment(name("answeredAt"), explanation("answeredAt"), FrozenReport.Entry::answeredAt),
                words("changed", 24, FrozenReport.Entry::changedCitation),
                words("hash", 30, FrozenReport.Entry::hash));
    }

    private TableColumn<FrozenReport.Entry> words(
            String key, int width, Function<FrozenReport.Entry, @Nullable String> value) {
        return TableColumn.text(name(key), explanation(key), width, value);
    }

    private String name(String key) {
        return text("report.column." + key);
    }

    private String explanation(String key) {
        return text("report.column." + key + ".means");
    }

    private String text(String key, Object... arguments) {
        return messages.get(LANGUAGE, key, arguments);
    }
}
