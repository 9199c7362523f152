package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints the units of an act the ways offices and their programs do: wrapped at some width, words broken at line ends,
 * labels without a gap, with or without empty lines, and with what pages bring along in the middle of sentences.
 */
final class OfficePrint {

    private final Random random;
    private final int width;
    private final boolean hyphenates;
    private final boolean glues;
    private final boolean parts;
    private final int pageLength;
    private final int furniture;
    private final List<String> lines = new ArrayList<>();

    private OfficePrint(Random random) {
        this.random = random;
        this.width = 60 + random.nextInt(60);
        this.hyphenates = random.nextBoolean();
        this.glues = random.nextBoolean();
        this.parts = random.nextBoolean();
        this.pageLength = random.nextBoolean() ? 12 + random.nextInt(30) : Integer.MAX_VALUE;
        this.furniture = random.nextInt(5);
    }

    static String of(ActText act, long seed) {
        var print = new OfficePrint(new Random(seed));
        act.units().forEach(print::unit);
        return String.join("\n", print.withPages()).replace("\f\n", "\f");
    }

    private void unit(ProvisionUnit unit) {
        switch (unit.kind()) {
            case TITLE, LEGAL_BASIS, HEADING, PROSE, SIGNATURE, TABLE -> {
                lines.add("");
                unit.text().lines().forEach(line -> wrap(line, unit.kind() == UnitKind.TABLE));
            }
            case ANNEX, MEMORANDUM, DIVISION, CHAPTER, SUBCHAPTER -> {
                lines.add("");
                lines.add(unit.label());
                unit.text().lines().forEach(line -> wrap(line, false));
                lines.add("");
            }
            default -> {
                if (parts || unit.kind() == UnitKind.SECTION) {
                    lines.add("");
                }
                var gap = glues && isGlued(unit) || unit.text().isEmpty() ? "" : " ";
                wrap((unit.label() + gap + unit.text().replace('\n', ' ')).strip(), false);
            }
        }
    }

    private static boolean isGlued(ProvisionUnit unit) {
        return unit.label().endsWith(")")
                || unit.label().endsWith(".")
                        && !unit.text().isEmpty()
                        && Character.isUpperCase(unit.text().charAt(0));
    }

    private void wrap(String text, boolean whole) {
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (!whole && !line.isEmpty() && line.length() + 1 + word.length() > width) {
                var rest = hyphenates ? broken(word, line) : word;
                lines.add(line.toString());
                line.setLength(0);
                line.append(rest);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
    }

    /** Leaves the first half of a long word on the line. */
    private String broken(String word, StringBuilder line) {
        var plain = word.chars().allMatch(c -> Character.isLetter(c) && Character.isLowerCase(c));
        if (!plain || word.length() < 10 || random.nextBoolean()) {
            return word;
        }
        line.append(' ').append(word, 0, 5).append('-');
        return word.substring(5);
    }

    private List<String> withPages() {
        var out = new ArrayList<String>();
        var page = 1;
        var onPage = 0;
        for (var line : lines) {
            out.add(line);
            onPage++;
            if (onPage >= pageLength && !line.isEmpty()) {
                out.addAll(endOfPage(page));
                page++;
                onPage = 0;
            }
        }
        return out;
    }

    private List<String> endOfPage(int page) {
        return switch (furniture) {
            case 0 -> List.of("", "Id: 2A4C40DF-11AA-22BB-33CC-44DD55EE66FF. Podpisany        Strona " + page, "");
            case 1 -> List.of("Dziennik Urzędowy Województwa Kujawsko-Pomorskiego – " + (page + 1) + " – Poz. 1124");
            case 2 -> List.of("", "Strona " + page + " z 99", "\f");
            case 3 -> List.of("", "– " + page + " –", "");
            default -> List.of("", String.valueOf(page), "\f");
        };
    }
}
