package pl.kujawskopomorskie.ngo.indicators;

/** Where an indicator stands against its target, with the figures that say why. */
public sealed interface Standing {

    /** The years that are over reach the target. */
    record Met(Average over) implements Standing {}

    /** They do not, but with what the current year has already they would. */
    record OnTheWay(Average over, Average withCurrent) implements Standing {}

    /** No year of the programme is over. */
    record TooEarly() implements Standing {}

    /** The years that are over fall short. */
    record Behind(Average over) implements Standing {}
}
