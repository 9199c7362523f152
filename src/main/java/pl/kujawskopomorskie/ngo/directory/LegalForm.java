package pl.kujawskopomorskie.ngo.directory;

/** How an organisation is constituted. Their names in Polish are texts {@code directory.legalForm.<name>}. */
public enum LegalForm {
    ASSOCIATION,
    ORDINARY_ASSOCIATION,
    FOUNDATION,
    SPORTS_CLUB,
    RURAL_HOUSEWIVES_CIRCLE,
    VOLUNTEER_FIRE_BRIGADE,
    SOCIAL_COOPERATIVE,
    CHURCH_LEGAL_PERSON,
    UNION_OF_ASSOCIATIONS,
    OTHER_ELIGIBLE_ENTITY
}
