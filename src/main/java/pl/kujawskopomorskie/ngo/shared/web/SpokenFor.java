package pl.kujawskopomorskie.ngo.shared.web;

/**
 * In whose name the signed-in person acts, where that is not their own, as far as the frame of a page needs to know. Stands in
 * the request under {@link #ATTRIBUTE}.
 */
public interface SpokenFor {

    /** Name of the request's attribute. */
    String ATTRIBUTE = "portal.spokenFor";

    /** Its name. */
    String name();
}
