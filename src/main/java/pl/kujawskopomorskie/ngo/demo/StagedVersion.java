package pl.kujawskopomorskie.ngo.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.DraftUnit;
import pl.kujawskopomorskie.ngo.consultations.DraftVersion;

/**
 * A version of a draft with its units, saved.
 *
 * @param row the version
 * @param units by citation
 */
record StagedVersion(DraftVersion row, Map<String, DraftUnit> units) {

    static StagedVersion of(DraftVersion row, List<DraftUnit> units) {
        return new StagedVersion(
                row, units.stream().collect(Collectors.toMap(DraftUnit::citation, Function.identity())));
    }

    /** The unit of a citation; none for the empty one, which stands for the whole act. */
    @Nullable
    DraftUnit unit(String citation) {
        if (citation.isEmpty()) {
            return null;
        }
        return Cast.found(units, citation);
    }
}
