package pl.kujawskopomorskie.ngo.events.visits;

import jakarta.inject.Singleton;
import java.util.List;
import pl.kujawskopomorskie.ngo.directory.OrganisationActivity;

/** The visits to an organisation that the office shows, on its page in the directory. */
@Singleton
final class ListingVisitsOfOrganisation implements OrganisationActivity {

    private final VisitCatalogue.Rows visits;

    ListingVisitsOfOrganisation(VisitCatalogue.Rows visits) {
        this.visits = visits;
    }

    @Override
    public List<Deed> lastOf(long organisationId, int limit) {
        return visits.lastOf(organisationId, limit).stream()
                .map(row -> new Deed("events.visit.deed", row.purpose(), "/wizyty/" + row.slug(), row.visitedOn()))
                .toList();
    }
}
