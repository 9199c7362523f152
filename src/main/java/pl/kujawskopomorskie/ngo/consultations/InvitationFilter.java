package pl.kujawskopomorskie.ngo.consultations;

/**
 * Which organisations are to be invited.
 *
 * @param county number of the county of the seat, or empty for all
 * @param sphere point of a public task sphere, or empty for all
 * @param legalForm name of a legal form, or empty for all
 */
public record InvitationFilter(String county, String sphere, String legalForm) {

    /** Whether it leaves nobody out. */
    public boolean everybody() {
        return county.isEmpty() && sphere.isEmpty() && legalForm.isEmpty();
    }
}
