package pl.kujawskopomorskie.ngo.indicators;

/** Where an indicator stands against its target, with the figures that say why. */
public sealed interface Standing {

    /** The years that are over reach the target, which wants an average of so many. */
    record Met(Average over, int wanted) implements Standing {}

    /** They do not, but with what the current year has already they would. */
    record OnTheWay(Average over, Average withCurrent, int wanted) implements Standing {}

    /** No year of the programme is over. */
    record TooEarly() implements Standing {}

    /** The years that are over fall short. */
    record Behind(Average over, int wanted) implements Standing {}
}
