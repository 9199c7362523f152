package pl.kujawskopomorskie.ngo.directory;

/**
 * What is known of an organisation, one name each: for the form, the columns of an import, the history and the differences
 * to the court register. Their names in Polish are texts {@code directory.field.<name>}.
 */
public enum OrganisationField {
    NAME("name", 300),
    SHORT_NAME("shortName", 100),
    LEGAL_FORM("legalForm", 30),
    STATE("state", 20),
    KRS("krs", 30),
    NIP("nip", 30),
    REGON("regon", 30),
    STREET("street", 120),
    HOUSE("house", 20),
    FLAT("flat", 20),
    POSTCODE("postcode", 6),
    TOWN("town", 80),
    COMMUNE("commune", 80),
    COMMUNE_TERYT("communeTeryt", 7),
    COUNTY("county", 40),
    AREA("area", 20),
    SPHERES("spheres", 300),
    PUBLIC_BENEFIT("publicBenefit", 5),
    TAX_KRS("taxKrs", 30),
    SOCIAL_ECONOMY("socialEconomy", 5),
    DESCRIPTION("description", 5000),
    CONTACT_EMAIL("contactEmail", 254),
    CONTACT_PHONE("contactPhone", 40),
    CONTACT_PUBLIC("contactPublic", 5),
    WEBSITE("website", 300),
    FOUNDED_YEAR("foundedYear", 4),
    MEMBERS("members", 20),
    VOLUNTEERS("volunteers", 20);

    private final String formName;
    private final int longest;

    OrganisationField(String formName, int longest) {
        this.formName = formName;
        this.longest = longest;
    }

    /** Its name in a form, and as its id on the page. */
    public String formName() {
        return formName;
    }

    /** Most characters. */
    public int longest() {
        return longest;
    }
}
