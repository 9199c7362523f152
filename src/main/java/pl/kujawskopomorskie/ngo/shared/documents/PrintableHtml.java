package pl.kujawskopomorskie.ngo.shared.documents;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML made ready to be set: our style sheet and no other, only characters that a font of ours has, headings as bookmarks. */
final class PrintableHtml {

    /** Stands where a letter has no glyph in any of our fonts, so that a reader sees that something is there. */
    static final String SUBSTITUTE = "\u25a1";

    private final String style;
    private final Map<String, String> stylesOfArticles;
    private final IntPredicate shown;
    private final SignNames names;

    /**
     * Ready to read.
     *
     * @param style of every document
     * @param stylesOfArticles what is added to it for an article of a class, by the class; in their order
     */
    PrintableHtml(String style, Map<String, String> stylesOfArticles, IntPredicate shown, SignNames names) {
        this.style = style;
        this.stylesOfArticles = stylesOfArticles;
        this.shown = shown;
        this.names = names;
    }

    Document read(String html, String language) {
        var document = Jsoup.parse(html);
        document.select("script, style, link, object, embed, iframe, base, meta[http-equiv], form, svg, math")
                .remove();
        document.select("[style]").removeAttr("style");
        var root = document.selectFirst("html");
        if (root != null && root.attr("lang").isEmpty()) {
            root.attr("lang", language);
        }
        for (var link : document.select("a[href]")) {
            if (!link.attr("href").matches("(?is)(https?:|mailto:|tel:|#).*")) {
                link.removeAttr("href");
            }
        }
        for (var header : document.select("th:not([scope])")) {
            header.attr("scope", header.parents().is("thead") ? "col" : "row");
        }
        for (var image : document.select("img:not([alt])")) {
            image.attr("alt", "");
        }
        document.traverse((NodeVisitor) (node, depth) -> clean(node, language));
        document.title(printable(document.title(), language));
        bookmarks(document);
        document.head().appendElement("style").appendText(style + added(document));
        return document;
    }

    private String added(Document document) {
        return stylesOfArticles.entrySet().stream()
                .filter(one -> document.selectFirst("article." + one.getKey()) != null)
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    private void clean(Node node, String language) {
        if (node instanceof TextNode text) {
            text.text(printable(text.getWholeText(), language));
        }
    }

    /**
     * The text without characters that cannot be seen. In place of each that our fonts cannot show stands a substitute, and
     * in place of an emoji or another sign its name in the document's language, because a box says nothing of it.
     */
    String printable(String text, String language) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\n' || character == '\t' || character == '\u00ad') {
                printable.appendCodePoint(character);
            } else if (!invisible(character)) {
                printable.append(shown.test(character) ? Character.toString(character) : named(character, language));
            }
        });
        return printable.toString();
    }

    private String named(int character, String language) {
        return Character.getType(character) == Character.OTHER_SYMBOL ? names.of(character, language) : SUBSTITUTE;
    }

    // Joiners and variation selectors only choose among glyphs, and
    // direction marks could make a text read other than stored.
    private static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default ->
                character >= 0xFE00 && character <= 0xFE0F
                        || character >= 0xE0100 && character <= 0xE01EF
                        || character >= 0x1F3FB && character <= 0x1F3FF;
        };
    }

    private static void bookmarks(Document document) {
        var bookmarks = document.createElement("bookmarks");
        Element chapter = null;
        int number = 0;
        for (var heading : document.body().select("h1, h2, h3")) {
            if (heading.text().isBlank()) {
                continue;
            }
            if (heading.id().isEmpty()) {
                heading.attr("id", "heading-" + ++number);
            }
            var bookmark = document.createElement("bookmark")
                    .attr("name", heading.text())
                    .attr("href", "#" + heading.id());
            if (heading.nameIs("h3") && chapter != null) {
                chapter.appendChild(bookmark);
            } else {
                bookmarks.appendChild(bookmark);
                chapter = bookmark;
            }
        }
        document.head().appendChild(bookmarks);
    }
}
