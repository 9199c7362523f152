package pl.kujawskopomorskie.ngo.awards.ballot;

/** A rung of the ladder on which entries with equal means are told apart. */
public sealed interface TieRule {

    /** The higher mean in one criterion goes first. */
    record ByCriterion(String criterion) implements TieRule {
        public ByCriterion {
            Ids.check(criterion);
        }
    }

    /** The chair puts them in order, with a vote that is in the chain. */
    record ByChair() implements TieRule {}

    /** A lot puts them in order, from a value that was committed to when the round opened, and from what closed it. */
    record ByLot() implements TieRule {}
}
