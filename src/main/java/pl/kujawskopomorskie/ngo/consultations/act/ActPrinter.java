package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.HashMap;

/**
 * Prints the units of an act as plain text: each on a line of its own behind an empty one, indented by its depth. Reading
 * the print gives the same units again; what was set aside is not printed.
 */
public final class ActPrinter {

    private static final int INDENT = 2;

    /** The text of all units in order, without asides. */
    public String print(ActText act) {
        var out = new StringBuilder();
        var depths = new HashMap<String, Integer>();
        for (var unit : act.units()) {
            var depth = unit.parent().isEmpty() ? 0 : depths.getOrDefault(unit.parent(), 0) + stepInto(unit.kind());
            depths.put(unit.id(), depth);
            if (!out.isEmpty()) {
                out.append('\n');
            }
            print(unit, " ".repeat(depth * INDENT), out);
        }
        return out.toString();
    }

    private static int stepInto(UnitKind kind) {
        return switch (kind) {
            case PARAGRAPH, POINT, LETTER, INDENT, DOUBLE_INDENT, CLOSING_WORDS -> 1;
            default -> 0;
        };
    }

    private static void print(ProvisionUnit unit, String indent, StringBuilder out) {
        out.append(indent).append(unit.label());
        if (!unit.text().isEmpty()) {
            if (!unit.label().isEmpty()) {
                out.append(hasLabelOnItsOwnLine(unit.kind()) ? "\n" + indent : " ");
            }
            out.append(unit.text().replace("\n", "\n" + indent));
        }
        out.append('\n');
    }

    private static boolean hasLabelOnItsOwnLine(UnitKind kind) {
        return switch (kind) {
            case ANNEX, MEMORANDUM -> true;
            default -> false;
        };
    }
}
