package pl.kujawskopomorskie.ngo.accounts;

/**
 * What one module keeps of a person. A module that keeps anything has a bean of this type, so that a person gets all of it
 * with one click and can have it forgotten with another.
 */
public interface PersonalData {

    /** Name of this part in the file that the person downloads, unique among the modules. */
    String section();

    /**
     * All that is kept of the person.
     *
     * @return maps, lists, texts, numbers and booleans, as they are to stand in JSON
     */
    Object exported(long personId);

    /**
     * Forgets the person, in the transaction in which the account is erased: deletes what no law asks to keep, and leaves in
     * the rest nothing that names them.
     */
    void erase(long personId);
}
