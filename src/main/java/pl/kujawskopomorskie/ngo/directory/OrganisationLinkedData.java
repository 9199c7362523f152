package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.shared.web.LinkedData;
import pl.kujawskopomorskie.ngo.shared.web.PortalConfiguration;

/** An organisation as search engines read it: an {@code NGO} of schema.org in JSON-LD. */
@Singleton
public final class OrganisationLinkedData {

    private final LinkedData block;
    private final PortalConfiguration portal;

    OrganisationLinkedData(LinkedData block, PortalConfiguration portal) {
        this.block = block;
        this.portal = portal;
    }

    /**
     * The data block of an organisation's page, or null when it is not public. It holds no sign that could end the block or
     * begin another element, so a template may print it as it is.
     */
    public @Nullable String of(Organisation organisation, List<String> spheres) {
        if (!organisation.listed()) {
            return null;
        }
        var row = PublicOrganisation.of(organisation, spheres, portal);
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "NGO");
        data.put("@id", row.page());
        data.put("name", row.name());
        put(data, "alternateName", row.shortName());
        put(data, "description", row.description());
        put(data, "url", row.website());
        put(data, "email", row.email());
        put(data, "telephone", row.phone());
        put(
                data,
                "foundingDate",
                row.foundedYear() == null ? null : row.foundedYear().toString());
        put(data, "taxID", row.nip());
        var identifiers = new ArrayList<Map<String, Object>>();
        identifier(identifiers, "KRS", row.krs());
        identifier(identifiers, "REGON", row.regon());
        identifier(identifiers, "org-id", row.orgId());
        if (!identifiers.isEmpty()) {
            data.put("identifier", identifiers);
        }
        var address = new LinkedHashMap<String, Object>();
        address.put("@type", "PostalAddress");
        put(address, "streetAddress", row.seat().line());
        put(address, "postalCode", row.seat().postcode());
        address.put("addressLocality", row.seat().town());
        put(address, "addressRegion", row.seat().county());
        address.put("addressCountry", "PL");
        data.put("address", address);
        return block.of(data);
    }

    private static void identifier(List<Map<String, Object>> identifiers, String name, @Nullable String value) {
        if (value != null) {
            var identifier = new LinkedHashMap<String, Object>();
            identifier.put("@type", "PropertyValue");
            identifier.put("propertyID", name);
            identifier.put("value", value);
            identifiers.add(identifier);
        }
    }

    private static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
