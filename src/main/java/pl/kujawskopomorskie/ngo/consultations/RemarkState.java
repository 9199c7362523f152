package pl.kujawskopomorskie.ngo.consultations;

/** Where a remark is. */
public enum RemarkState {
    /** Seen by its author only. */
    DRAFT,
    /** In the register; is answered. */
    SUBMITTED,
    /** Taken back by its author before closing; keeps its number, is not shown and not answered. */
    WITHDRAWN
}
