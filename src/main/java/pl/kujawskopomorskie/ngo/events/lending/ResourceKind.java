package pl.kujawskopomorskie.ngo.events.lending;

/** What the office lends. */
public enum ResourceKind {
    /** A room, which one borrower has at a time. */
    ROOM,
    /** A kind of equipment, of which there are some pieces. */
    EQUIPMENT
}
