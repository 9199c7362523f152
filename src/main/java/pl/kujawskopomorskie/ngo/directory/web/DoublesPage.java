package pl.kujawskopomorskie.ngo.directory.web;

import java.util.List;
import pl.kujawskopomorskie.ngo.directory.Doubles.Pair;

/**
 * Entries that may be one organisation.
 *
 * @param pairs that wait for a clerk
 */
record DoublesPage(List<Pair> pairs) {}
