package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.List;

/**
 * A document read as law: its units in the order of the text, what was set aside, and what looks doubtful.
 *
 * @param title the subject of the act on one line, or the first heading of a document that is no act
 * @param units every unit, a parent before its children
 * @param asides what is in the file but not of the text, in order
 * @param doubts places that a person should look at, in order
 */
public record ActText(String title, List<ProvisionUnit> units, List<Aside> asides, List<Doubt> doubts) {

    public ActText {
        units = List.copyOf(units);
        asides = List.copyOf(asides);
        doubts = List.copyOf(doubts);
    }
}
