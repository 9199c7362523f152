package pl.kujawskopomorskie.ngo.shared.web;

import java.util.Set;

/** The person who is signed in, as far as the frame of a page needs to know. Stands in the request under {@link #ATTRIBUTE}. */
public interface SignedIn {

    /** Name of the request's attribute that holds the person. */
    String ATTRIBUTE = "portal.signedIn";

    /** The name that the person chose to show. */
    String displayName();

    /** Names of the roles that the person holds. */
    Set<String> roleNames();
}
