package pl.kujawskopomorskie.ngo.directory;

import java.time.LocalDate;
import java.util.List;

/** What an organisation took part in, as one module knows it. A module that knows of such things has a bean of this type. */
public interface OrganisationActivity {

    /**
     * The last things that the organisation did in public, newest first, in one query.
     *
     * @param organisationId key of the organisation
     * @param limit most things
     */
    List<Deed> lastOf(long organisationId, int limit);

    /**
     * Something that it did.
     *
     * @param kindKey key of the words for what kind of thing it is
     * @param title in Polish
     * @param link where it is
     * @param day when
     */
    record Deed(String kindKey, String title, String link, LocalDate day) {}
}
