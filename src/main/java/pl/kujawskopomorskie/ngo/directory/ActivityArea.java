package pl.kujawskopomorskie.ngo.directory;

/** How far an organisation's work reaches. */
public enum ActivityArea {
    UNKNOWN,
    COMMUNE,
    COUNTY,
    VOIVODESHIP,
    COUNTRY,
    ABROAD
}
