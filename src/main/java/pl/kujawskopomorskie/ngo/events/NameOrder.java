package pl.kujawskopomorskie.ngo.events;

/** The order in which people are looked for in a list: by surname, which is the last word of a name, then by the whole name. */
public final class NameOrder {

    /** As the beginning of an ORDER BY, where one column is called {@code name}. */
    public static final String BY_SURNAME = "SUBSTRING_INDEX(name, ' ', -1), name";

    private NameOrder() {}
}
