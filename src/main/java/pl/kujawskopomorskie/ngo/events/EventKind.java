package pl.kujawskopomorskie.ngo.events;

/** What an event is. The order is that of filters on a page. */
public enum EventKind {
    /** The yearly Forum of non-governmental organisations. */
    FORUM,
    /** A training. */
    TRAINING,
    /** A workshop, for local governments for instance. */
    WORKSHOP,
    /** A meeting about Witkac, the system in which public tasks are applied for. */
    WITKAC_MEETING,
    /** The council of public benefit work meets. */
    COUNCIL_MEETING,
    /** The assembly of organisations meets. */
    ASSEMBLY_MEETING,
    /** A fair of cooperation. */
    FAIR,
    /** A meeting of a consultation. */
    CONSULTATION_MEETING,
    /** Whatever else. */
    OTHER
}
