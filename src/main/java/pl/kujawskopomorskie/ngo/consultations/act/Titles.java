package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.List;

/** Finds the one line by which people call a document. */
final class Titles {

    private static final int LONGEST = 500;

    private Titles() {}

    static String of(List<Node> nodes) {
        for (var node : nodes) {
            if (node.kind == UnitKind.TITLE) {
                return subject(node.text.toString());
            }
        }
        for (var node : nodes) {
            if (node.kind == UnitKind.HEADING || node.kind == UnitKind.ANNEX && !node.text.isEmpty()) {
                return shortened(node.text.toString());
            }
        }
        return nodes.isEmpty() ? "" : shortened(nodes.getFirst().text.toString());
    }

    private static String subject(String title) {
        var at = 0;
        while (at < title.length()) {
            if (Wording.startsWith(title.substring(at, Math.min(title.length(), at + 12)), "w sprawie")
                    || Wording.startsWith(title.substring(at, Math.min(title.length(), at + 12)), "zmieniając")
                    || Wording.startsWith(title.substring(at, Math.min(title.length(), at + 12)), "o zmianie")) {
                return shortened(title.substring(at));
            }
            var next = title.indexOf('\n', at);
            if (next < 0) {
                break;
            }
            at = next + 1;
        }
        var inside = title.indexOf(" w sprawie ");
        return shortened(inside > 0 ? title.substring(inside + 1) : title);
    }

    private static String shortened(String text) {
        var tidy = Chars.tidy(text.substring(0, Math.min(text.length(), LONGEST)));
        return text.length() <= LONGEST ? tidy : tidy + "…";
    }
}
