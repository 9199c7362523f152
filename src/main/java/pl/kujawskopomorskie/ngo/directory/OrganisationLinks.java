package pl.kujawskopomorskie.ngo.directory;

/**
 * What one module ties to organisations by their keys. A module that has such rows has one bean of this type, so that nothing is
 * left behind when two entries turn out to be one organisation.
 */
public interface OrganisationLinks {

    /**
     * Ties to one entry what was tied to another, in the transaction in which the two are merged; both entries are locked.
     *
     * @param from key of the entry that ends
     * @param to key of the entry that stays
     * @param personId the clerk who merges them
     */
    void move(long from, long to, long personId);
}
