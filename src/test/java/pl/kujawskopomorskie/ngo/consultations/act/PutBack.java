package pl.kujawskopomorskie.ngo.consultations.act;

import java.util.TreeSet;

/** Puts what was read back together, and compares it with what came in. */
final class PutBack {

    private PutBack() {}

    /** Labels, texts and asides in the order of the document. */
    static String everything(ActText act) {
        var out = new StringBuilder();
        var asides = act.asides();
        var next = 0;
        while (next < asides.size() && asides.get(next).after().isEmpty()) {
            out.append(asides.get(next++).text()).append('\n');
        }
        for (var unit : act.units()) {
            out.append(unit.label()).append(' ');
            var from = 0;
            while (next < asides.size() && asides.get(next).after().equals(unit.id())) {
                var aside = asides.get(next++);
                out.append(unit.text(), from, aside.offset())
                        .append('\n')
                        .append(aside.text())
                        .append('\n');
                from = aside.offset();
            }
            out.append(unit.text().substring(from)).append('\n');
        }
        return out.toString();
    }

    /** Whether two texts are the same but for white space, and for hyphens at the ends of lines of the first. */
    static boolean isSame(String source, String read) {
        var out = withoutSpace(read);
        var reached = new TreeSet<Integer>();
        reached.add(0);
        for (var i = 0; i < source.length() && !reached.isEmpty(); i++) {
            var c = source.charAt(i);
            if (Chars.isSpace(c)) {
                continue;
            }
            var next = new TreeSet<Integer>();
            for (var at : reached) {
                if (at < out.length() && out.charAt(at) == c) {
                    next.add(at + 1);
                }
            }
            if (Chars.isHyphen(c) && endsLine(source, i)) {
                next.addAll(reached);
            }
            reached = next;
        }
        return reached.contains(out.length());
    }

    static String withoutSpace(String text) {
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            if (!Chars.isSpace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean endsLine(String text, int hyphen) {
        for (var i = hyphen + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n'
                    || c == '\r'
                    || c == '\f'
                    || c == '\u000b'
                    || c == '\u0085'
                    || c == '\u2028'
                    || c == '\u2029') {
                return true;
            }
            if (!Chars.isSpace(c)) {
                return false;
            }
        }
        return true;
    }
}
