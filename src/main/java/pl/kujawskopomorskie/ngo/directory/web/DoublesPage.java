package pl.kujawskopomorskie.ngo.directory.web;

import pl.kujawskopomorskie.ngo.directory.Doubles.Pair;

/**
 * Entries that may be one organisation, or were found to be two.
 *
 * @param pairs of entries
 */
record DoublesPage(Stretch<Pair> pairs) {}
