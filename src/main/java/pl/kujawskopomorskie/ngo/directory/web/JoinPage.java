package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.directory.Organisation;

/**
 * Looking for another entry of an organisation.
 *
 * @param organisation whose other entry is looked for
 * @param words that were typed
 * @param found entries that have them
 */
record JoinPage(Organisation organisation, String words, List<Organisation> found) {}
