package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.util.ArrayList;
import java.util.List;
import pl.kujawskopomorskie.ngo.consultations.act.SourceLine;
import pl.kujawskopomorskie.ngo.consultations.act.SourceText;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/** Gathers the lines of a file under the limit of characters. */
final class LineCollector {

    /** What a line costs beyond its characters, so that a million lines of one letter are no way round the limit. */
    private static final int COST_OF_A_LINE = 16;

    private final List<SourceLine> lines = new ArrayList<>();
    private final CharacterBudget budget;

    LineCollector(ReadingLimits limits) {
        this.budget = new CharacterBudget(limits.maxCharacters());
    }

    CharacterBudget budget() {
        return budget;
    }

    void add(SourceLine line) {
        budget.spend(line.text().length() + line.number().length() + COST_OF_A_LINE);
        lines.add(line);
    }

    void addAll(List<SourceLine> more) {
        more.forEach(this::add);
    }

    List<SourceLine> lines() {
        return lines;
    }

    SourceText text(SourceText.Format format) {
        if (lines.stream().allMatch(line -> Characters.isBlank(line.text()))) {
            throw new Refusal(Reason.EMPTY);
        }
        return new SourceText(format, lines);
    }

    /** Characters that may still be taken from the file. */
    static final class CharacterBudget {

        private long left;

        CharacterBudget(long characters) {
            this.left = characters;
        }

        void spend(long characters) {
            left -= characters;
            if (left < 0) {
                throw new Refusal(Reason.TOO_LARGE);
            }
        }
    }
}
