package pl.kujawskopomorskie.ngo.consultations.act;

/**
 * One unit of an act that can be cited and remarked on.
 *
 * @param id permanent address inside the act ({@code par_3__ust_1__pkt_2__lit_a}, in an annex {@code zal_1__par_2});
 *     ASCII, unique in the act
 * @param kind what it is
 * @param label as printed ({@code § 8.}, {@code 1)}, {@code a)}, {@code –}); empty for units that print none
 * @param citation as law cites it, without dot and bracket ({@code § 8 ust. 1 pkt 1 lit. a}); unique in the act
 * @param parent id of the unit that this one stands in, or empty for a unit of the act itself
 * @param text its own words, without those of the units inside it; lines of one sentence are joined, a line break stands
 *     where the document has one on purpose
 */
public record ProvisionUnit(String id, UnitKind kind, String label, String citation, String parent, String text) {}
