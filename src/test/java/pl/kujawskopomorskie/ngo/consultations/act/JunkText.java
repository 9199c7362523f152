package pl.kujawskopomorskie.ngo.consultations.act;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that look like law and make no sense. */
final class JunkText {

    private static final String[] TOKENS = {
        "§ 1.",
        "§ 2.",
        "§ 3. 1.",
        "§ 8.1.",
        "§",
        "1.",
        "2.",
        "3.",
        "1)",
        "2)",
        "3)",
        "a)",
        "b)",
        "z)",
        "za)",
        "–",
        "-",
        "- a)",
        "--",
        "• ",
        "Rozdział 1",
        "ROZDZIAŁ II",
        "Dział I",
        "Załącznik nr 1 do uchwały nr 5",
        "Załącznik",
        "Uzasadnienie",
        "UZASADNIENIE",
        "Na podstawie art. 5",
        "uchwala się, co następuje:",
        "tekst ustawy",
        "Tekst zdania.",
        "oraz",
        "w",
        "pkt 2 lit. b",
        "„",
        "”",
        "\"",
        ",,",
        "''",
        "«",
        "»",
        "(",
        ")",
        ";",
        ":",
        ",",
        ".",
        "orga-",
        "nizacja",
        "Kujawsko-",
        "Pomorskiego",
        "\f",
        "\t",
        "– 5 –",
        "Strona 3 z 7",
        "12",
        "____",
        "1 Dz. U. z 2023",
        "ustawy1",
        "ustawy2)",
        "2) Zmiany tekstu jednolitego",
        "¹ przypis",
        "Lp. Nazwa\tKwota",
        "a\tb\tc",
        "|x|y|",
        "I.",
        "II.",
        "1.1.",
        "1.2",
        "PROJEKT",
        "UCHWAŁA NR 5",
        "Przewodniczący Sejmiku",
        "z dnia 5 maja 2024 r.",
        "Art. 5.",
        "w sprawie czegoś",
        "Dziennik Urzędowy Województwa X – 5 – Poz. 1",
        "Id: 2A4C40DF-AAAA-BBBB Podpisany Strona 12",
        "\u00ad",
        "\u00a0",
        "\u0000",
        "\ud83d",
        "😀",
        "‑",
        "[1]",
        "¹²",
        "3[1].",
        "3a)",
        "R O Z D Z I A Ł 3",
        "brzmienie:",
        "„§ 5.",
        "\r\n",
        "\u2028",
        "\u200b",
        "\ufeff",
        "٣)",
        "ß",
        "١."
    };

    private JunkText() {}

    /** Tokens of law in any order, broken into lines anywhere. */
    static Arbitrary<String> lawLike() {
        var token = Arbitraries.of(TOKENS);
        var gap = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(4, " "),
                net.jqwik.api.Tuple.of(4, "\n"),
                net.jqwik.api.Tuple.of(1, "\n\n"),
                net.jqwik.api.Tuple.of(1, ""));
        return net.jqwik.api.Combinators.combine(token, gap)
                .as((one, other) -> one + other)
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    /** Any characters at all. */
    static Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(200);
    }
}
