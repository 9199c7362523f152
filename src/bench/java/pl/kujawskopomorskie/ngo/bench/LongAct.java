package pl.kujawskopomorskie.ngo.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts of the length, the words and the structure of a long act; the same with each run. */
final class LongAct {

    private static final List<String> WORDS =
            """
            zarząd województwa ogłasza otwarty konkurs ofert na realizację zadania publicznego określając w ogłoszeniu
            rodzaj wysokość środków zasady przyznawania dotacji terminy oraz warunki kryteria stosowane przy wyborze
            organizacja pozarządowa prowadząca działalność pożytku sporządza sprawozdanie z wykonania umowy i składa je
            urzędowi marszałkowskiemu komisja konkursowa opiniuje oferty spełniające wymogi formalne rada działalności
            przedstawia stanowisko wobec projektu uchwały mieszkańcy zgłaszają uwagi podczas konsultacji społecznych
            wkład własny osobowy finansowy rzeczowy partner wspólnie wolontariusze świadczenie porozumienie budżet
            edukacja kultura sport ochrona zdrowia środowisko pomoc społeczna turystyka integracja cudzoziemców seniorzy
            """.lines().flatMap(line -> Stream.of(line.split(" "))).toList();

    private LongAct() {}

    /** Provisions of some three hundred characters. */
    static List<String> sentences(int many) {
        var random = new Random(7);
        return IntStream.range(0, many).mapToObj(i -> sentence(random, 38)).toList();
    }

    /** A resolution of at least so many bytes, in chapters, sections, paragraphs, points and letters, lines as printed. */
    static String text(int bytes) {
        var random = new Random(7);
        var act = new StringBuilder("""
                UCHWAŁA NR 12/345/26
                SEJMIKU WOJEWÓDZTWA KUJAWSKO-POMORSKIEGO
                z dnia 20 listopada 2026 r.
                w sprawie programu współpracy z organizacjami pozarządowymi

                Na podstawie art. 5a ust. 1 ustawy uchwala się, co następuje:

                """);
        var section = 0;
        while (act.toString().getBytes(StandardCharsets.UTF_8).length < bytes) {
            for (var chunk = 0; chunk < 20; chunk++) {
                section++;
                if (section % 10 == 1) {
                    act.append("Rozdział ")
                            .append(section / 10 + 1)
                            .append('\n')
                            .append(sentence(random, 4))
                            .append("\n\n");
                }
                act.append("§ ").append(section).append(". 1. ").append(printed(sentence(random, 40)));
                act.append("2. ").append(printed(sentence(random, 20).replace('.', ':')));
                for (var point = 1; point <= 4; point++) {
                    act.append(point).append(") ").append(printed(ended(sentence(random, 25), point == 4)));
                }
                act.append("3. ").append(printed(sentence(random, 12).replace('.', ':')));
                act.append("1) ").append(printed(sentence(random, 8).replace('.', ':')));
                act.append("a) ").append(printed(ended(sentence(random, 15), false)));
                act.append("b) ").append(printed(ended(sentence(random, 15), false)));
                act.append("2) ")
                        .append(printed(ended(sentence(random, 10), true)))
                        .append('\n');
            }
        }
        return act.toString();
    }

    private static String sentence(Random random, int words) {
        var text = random.ints(words, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static String ended(String sentence, boolean last) {
        return Character.toLowerCase(sentence.charAt(0))
                + sentence.substring(1, sentence.length() - 1)
                + (last ? "." : ",");
    }

    private static String printed(String text) {
        return text.replaceAll("(.{70}\\S*) ", "$1\n") + "\n";
    }
}
