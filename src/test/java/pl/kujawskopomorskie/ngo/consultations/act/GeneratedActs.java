package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Well-formed resolutions of every shape, as an office would write them if it never erred. */
final class GeneratedActs {

    private static final String[] WORDS = {
        "Zarząd",
        "Województwa",
        "organizacja",
        "pozarządowa",
        "konsultacje",
        "projektu",
        "uchwały",
        "ogłasza",
        "termin",
        "zadanie",
        "publiczne",
        "sprawozdanie",
        "w",
        "ust. 2",
        "pkt 1 lit. b",
        "§ 3 ust. 1",
        "oraz",
        "z",
        "dotacja",
        "kwota",
        "2024",
        "2025 r.",
        "(art. 5 ustawy)",
        "„Program”",
        "kujawsko-pomorskie",
        "konkurs",
        "ofert",
        "komisja",
        "ocenia",
        "do",
        "środki",
        "– także –"
    };

    private GeneratedActs() {}

    static Arbitrary<String> texts() {
        return Arbitraries.longs().map(GeneratedActs::text);
    }

    static String text(long seed) {
        return new Writer(new Random(seed)).act();
    }

    private static final class Writer {

        private final Random random;
        private final StringBuilder out = new StringBuilder();
        private int section;
        private int chapter;

        Writer(Random random) {
            this.random = random;
        }

        String act() {
            out.append("UCHWAŁA NR ")
                    .append(1 + random.nextInt(90))
                    .append("/25\nSEJMIKU WOJEWÓDZTWA\nz dnia 5 maja 2025 r.\n\n");
            out.append("w sprawie ")
                    .append(words(4))
                    .append("\n\nNa podstawie art. 18 ustawy uchwala się, co następuje:\n\n");
            sections(2 + random.nextInt(4), random.nextBoolean());
            for (var annex = 1; annex <= random.nextInt(3); annex++) {
                out.append("\nZałącznik nr ").append(annex).append(" do uchwały nr 1/25\n\nREGULAMIN KONKURSU\n\n");
                section = 0;
                chapter = 0;
                sections(1 + random.nextInt(4), random.nextBoolean());
            }
            if (random.nextBoolean()) {
                out.append("\nUzasadnienie\n\n");
                for (var i = 0; i <= random.nextInt(3); i++) {
                    out.append("Potrzeba podjęcia uchwały wynika z ")
                            .append(words(14))
                            .append(" organizacji.\n\n");
                }
            }
            return out.toString();
        }

        private void sections(int count, boolean chapters) {
            for (var i = 1; i <= count; i++) {
                if (chapters && (i == 1 || random.nextInt(3) == 0)) {
                    out.append("Rozdział ")
                            .append(++chapter)
                            .append("\nPrzepisy ")
                            .append(random.nextBoolean() ? "ogólne" : "szczegółowe");
                    out.append("\n\n");
                }
                section++;
                out.append("§ ").append(section).append(". ");
                var paragraphs = random.nextInt(3);
                if (paragraphs == 0) {
                    body("");
                } else {
                    for (var p = 1; p <= paragraphs + 1; p++) {
                        out.append(p).append(". ");
                        body("");
                    }
                }
                out.append('\n');
            }
        }

        private void body(String indent) {
            if (random.nextInt(3) > 0) {
                sentence();
                return;
            }
            out.append("Organizacja ").append(words(3)).append(" obejmuje:\n");
            var points = 2 + random.nextInt(3);
            for (var p = 1; p <= points; p++) {
                out.append(indent).append(p).append(") ");
                if (random.nextInt(3) == 0) {
                    out.append("zadania ").append(words(2)).append(" obejmują:\n");
                    letters(p == points ? "." : ";");
                } else {
                    out.append("zadanie ").append(words(3)).append(" ngo").append(p == points ? ".\n" : ";\n");
                }
            }
        }

        private void letters(String end) {
            var letters = 2 + random.nextInt(3);
            for (var l = 0; l < letters; l++) {
                out.append((char) ('a' + l)).append(") ");
                if (random.nextInt(4) == 0) {
                    out.append("formy ").append(words(2)).append(" mają:\n");
                    out.append("– tryb ")
                            .append(words(2))
                            .append(" ngo,\n– zakres ")
                            .append(words(2))
                            .append(" ngo");
                } else {
                    out.append("forma ").append(words(3)).append(" ngo");
                }
                out.append(l == letters - 1 ? end : ",").append('\n');
            }
        }

        private void sentence() {
            out.append("Zarząd ").append(words(4 + random.nextInt(12))).append(" organizacji.\n");
        }

        private String words(int count) {
            var words = new StringBuilder();
            for (var i = 0; i < count; i++) {
                words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
            }
            return words.toString();
        }
    }
}
