package pl.kujawskopomorskie.ngo.consultations;

import jakarta.inject.Singleton;
import java.util.List;
import pl.kujawskopomorskie.ngo.directory.OrganisationActivity;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;

/** The remarks of an organisation on its page in the directory. */
@Singleton
final class ListingRemarksOfOrganisation implements OrganisationActivity {

    private final RemarksOfOrganisation remarks;

    ListingRemarksOfOrganisation(RemarksOfOrganisation remarks) {
        this.remarks = remarks;
    }

    @Override
    public List<Deed> lastOf(long organisationId, int limit) {
        return remarks.last(organisationId, limit).stream()
                .map(row -> new Deed(
                        "consultations.deed",
                        row.title(),
                        "/konsultacje/" + row.slug() + "/uwagi/" + row.number(),
                        row.submittedAt().atZone(OfficeTime.ZONE).toLocalDate()))
                .toList();
    }
}
