package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import pl.kujawskopomorskie.ngo.events.after.Material;
import pl.kujawskopomorskie.ngo.events.after.SurveyQuestion;

/**
 * The file {@code after.json}: what came after an event that is long over.
 *
 * @param event slug of it
 * @param certificates how many people have asked for theirs
 * @param intro above the questions of the survey
 * @param openDays how long the survey was open
 * @param sheets how many invented people answered
 * @param questions of the survey
 * @param materials of the event
 */
@Serdeable
record AfterEntry(
        String event,
        int certificates,
        String intro,
        int openDays,
        int sheets,
        List<QuestionEntry> questions,
        List<MaterialEntry> materials) {

    /**
     * A question.
     *
     * @param kind how it is answered
     * @param label the question
     * @param choices one a line
     * @param required whether it must be answered
     * @param weights how often each mark or choice is given, against the others; of many choices, in how many of a hundred sheets
     * @param texts what is answered in words, each once
     */
    @Serdeable
    record QuestionEntry(
            SurveyQuestion.Kind kind,
            String label,
            String choices,
            boolean required,
            List<Integer> weights,
            List<String> texts) {}

    /**
     * A material.
     *
     * @param kind what it is
     * @param audience for whom
     * @param title as readers see it
     * @param url where it is, or empty
     * @param file beside this file, or empty
     * @param session title of a session, or empty
     */
    @Serdeable
    record MaterialEntry(
            Material.Kind kind, Material.Audience audience, String title, String url, String file, String session) {}
}
