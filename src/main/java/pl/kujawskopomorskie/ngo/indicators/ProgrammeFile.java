package pl.kujawskopomorskie.ngo.indicators;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the programme from the portal's resources, once at start. */
@Factory
final class ProgrammeFile {

    private static final String PATH = "programme/programme-2021-2025.json";

    @Singleton
    CooperationProgramme programme(ResourceLoader resources, ObjectMapper json) throws IOException {
        try (var in =
                resources.getResourceAsStream("classpath:" + PATH).orElseThrow(() -> new FileNotFoundException(PATH))) {
            return Objects.requireNonNull(json.readValue(in, ProgrammeEntry.class), PATH + " is empty")
                    .programme();
        }
    }

    /** The programme as the file has it. */
    @Serdeable
    record ProgrammeEntry(String name, int from, int to, String mainGoal, List<GoalEntry> goals) {

        CooperationProgramme programme() {
            return new CooperationProgramme(
                    name,
                    from,
                    to,
                    mainGoal,
                    goals.stream().map(GoalEntry::goal).toList());
        }
    }

    /** A goal as the file has it. */
    @Serdeable
    record GoalEntry(int no, String name, List<ActionEntry> actions) {

        CooperationProgramme.SpecificGoal goal() {
            return new CooperationProgramme.SpecificGoal(
                    no, name, actions.stream().map(ActionEntry::action).toList());
        }
    }

    /** An action as the file has it. */
    @Serdeable
    record ActionEntry(
            String no,
            String name,
            String indicator,
            TargetEntry target,
            @Nullable String measure) {

        CooperationProgramme.Action action() {
            return new CooperationProgramme.Action(
                    no,
                    name,
                    indicator,
                    measure == null ? new Target.NotJudged(target.text()) : target.target(),
                    measure);
        }
    }

    /** A target as the file has it. */
    @Serdeable
    record TargetEntry(String text, String kind, int value) {

        Target target() {
            return switch (kind) {
                case "AVERAGE_PER_YEAR_AT_LEAST" -> new Target.AveragePerYearAtLeast(text, value);
                case "PER_YEAR_AT_LEAST" -> new Target.PerYearAtLeast(text, value);
                case "TOTAL_AT_LEAST" -> new Target.TotalAtLeast(text, value);
                default -> throw new IllegalStateException("No target is of the kind " + kind);
            };
        }
    }
}
