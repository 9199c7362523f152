package pl.kujawskopomorskie.ngo.events.advisory;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.events.AdviceSubject;

/**
 * Somebody who advises organisations for the office.
 *
 * @param id key of the row, null before it is saved
 * @param slug public name in addresses
 * @param name as shown
 * @param subjects names of {@link AdviceSubject}s, parted by commas
 * @param bio a few sentences
 * @param place where the adviser sits, proposed for new slots
 * @param personId their account, or null; it gives no rights
 * @param leftAt since when they advise no more, or null
 * @param createdAt when the office wrote them down
 * @param createdBy who did
 * @param revision counts changes
 */
@MappedEntity("adviser")
public record Adviser(
        @Id @GeneratedValue @Nullable Long id,
        String slug,
        String name,
        String subjects,
        String bio,
        String place,
        @Nullable Long personId,
        @Nullable Instant leftAt,
        Instant createdAt,
        @Nullable Long createdBy,
        @Version int revision) {

    /** The key of one that has been saved. */
    public long key() {
        if (id == null) {
            throw new IllegalStateException("The adviser has not been saved");
        }
        return id;
    }

    /** What they advise on, in the order in which the portal lists subjects. */
    public List<AdviceSubject> subjectList() {
        return subjects(subjects);
    }

    /** Subjects as a row keeps them. */
    static String subjects(Collection<AdviceSubject> subjects) {
        return Arrays.stream(AdviceSubject.values())
                .filter(subjects::contains)
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    /** Subjects as a row keeps them, read. */
    public static List<AdviceSubject> subjects(String kept) {
        return kept.isEmpty()
                ? List.of()
                : Arrays.stream(kept.split(",")).map(AdviceSubject::valueOf).toList();
    }
}
