package pl.kujawskopomorskie.ngo.directory;

/** How many members or volunteers an organisation has, as a range: exact numbers grow old too quickly. */
public enum SizeRange {
    UNKNOWN,
    NONE,
    UP_TO_10,
    UP_TO_50,
    UP_TO_200,
    ABOVE_200
}
