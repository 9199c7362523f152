package pl.kujawskopomorskie.ngo.consultations;

/** What is consulted. */
public enum ConsultationKind {
    /** A draft of an act of local law: these are consulted by duty (art. 5 of the public benefit act). */
    LOCAL_LAW_ACT,
    /** A programme or a strategy, usually annexed to a resolution. */
    PROGRAMME,
    /** Another resolution. */
    RESOLUTION,
    /** A document that is no act. */
    OTHER
}
