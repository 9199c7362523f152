package pl.kujawskopomorskie.ngo.directory.web;

import pl.kujawskopomorskie.ngo.directory.Organisation;

/**
 * The last question before two entries become one for good.
 *
 * @param pairId key of the pair
 * @param stays the entry that stays
 * @param ends the entry that becomes a part of it
 * @param decision as the form of the pair sends it: {@code lower} or {@code higher} stays
 * @param lowerRevision of the older entry when the two were compared
 * @param higherRevision of the newer one then
 */
record MergePage(
        long pairId, Organisation stays, Organisation ends, String decision, int lowerRevision, int higherRevision) {}
