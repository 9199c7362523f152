package pl.kujawskopomorskie.ngo.consultations.act;

/** Polish ordinal numbers in the neuter, as indents are cited: {@code tiret drugie}. */
final class Ordinals {

    private static final String[] UNITS = {
        "",
        "pierwsze",
        "drugie",
        "trzecie",
        "czwarte",
        "piąte",
        "szóste",
        "siódme",
        "ósme",
        "dziewiąte",
        "dziesiąte",
        "jedenaste",
        "dwunaste",
        "trzynaste",
        "czternaste",
        "piętnaste",
        "szesnaste",
        "siedemnaste",
        "osiemnaste",
        "dziewiętnaste"
    };

    private static final String[] TENS = {
        "",
        "",
        "dwudzieste",
        "trzydzieste",
        "czterdzieste",
        "pięćdziesiąte",
        "sześćdziesiąte",
        "siedemdziesiąte",
        "osiemdziesiąte",
        "dziewięćdziesiąte"
    };

    private Ordinals() {}

    /** The word for 1 to 99; above that, digits. */
    static String neuter(int number) {
        if (number < 1 || number > 99) {
            return Integer.toString(number);
        }
        if (number < 20) {
            return UNITS[number];
        }
        return number % 10 == 0 ? TENS[number / 10] : TENS[number / 10] + " " + UNITS[number % 10];
    }
}
