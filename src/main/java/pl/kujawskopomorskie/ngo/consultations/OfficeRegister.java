package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The office's list of remarks, page by page: the same number of queries however long the list is, and however far in. */
@Singleton
public final class OfficeRegister {

    private final OfficeRemarks remarks;

    OfficeRegister(OfficeRemarks remarks) {
        this.remarks = remarks;
    }

    /** Remarks that match, in the order of their numbers, from a number on. */
    public List<OfficeRemarks.Line> from(Consultation consultation, OfficeFilter filter, int from, int limit) {
        return remarks.forward(
                consultation.key(),
                from,
                filter.answerState(),
                filter.department(),
                filter.positionName(),
                filter.unit(),
                filter.unitsInside(),
                filter.channelName(),
                filter.search(consultation.key()),
                limit);
    }

    /** The number at which the page before the given number begins, when a page has so many remarks. */
    public Optional<Integer> pageBefore(Consultation consultation, OfficeFilter filter, int number, int size) {
        var numbers = remarks.numbersBefore(
                consultation.key(),
                number,
                filter.answerState(),
                filter.department(),
                filter.positionName(),
                filter.unit(),
                filter.unitsInside(),
                filter.channelName(),
                filter.search(consultation.key()),
                size);
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.getLast());
    }

    /** The numbers of the nearest remarks that match before and after a number, to go on to. */
    public Neighbours neighbours(Consultation consultation, OfficeFilter filter, int number) {
        var after = remarks.numbersAfter(
                consultation.key(),
                number,
                filter.answerState(),
                filter.department(),
                filter.positionName(),
                filter.unit(),
                filter.unitsInside(),
                filter.channelName(),
                filter.search(consultation.key()),
                1);
        return new Neighbours(
                pageBefore(consultation, filter, number, 1).orElse(null), after.isEmpty() ? null : after.getFirst());
    }

    /** How many remarks match. */
    public int count(Consultation consultation, OfficeFilter filter) {
        return remarks.count(
                consultation.key(),
                filter.answerState(),
                filter.department(),
                filter.positionName(),
                filter.unit(),
                filter.unitsInside(),
                filter.channelName(),
                filter.search(consultation.key()));
    }

    /**
     * Where to go on from a remark.
     *
     * @param previous number before, or null at the beginning
     * @param next number after, or null at the end
     */
    public record Neighbours(
            @Nullable Integer previous, @Nullable Integer next) {}
}
