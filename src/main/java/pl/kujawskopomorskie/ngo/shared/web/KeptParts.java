package pl.kujawskopomorskie.ngo.shared.web;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code <div kept:part="consultations/draft-text" kept:as="${page.key}">}: the element is filled with a view that is
 * rendered once for each key, because it is long, is read often and changes seldom.
 *
 * <p>The key, a record, must hold all that the view's words depend on beside the language, and must be read from the database with each
 * request. So a node can never show what another has made out of date, and to forget a part costs no more than rendering
 * it again. With no key (null) nothing is kept.
 */
final class KeptParts extends AbstractProcessorDialect {

    /** Characters that a node keeps; what was not read for longest goes first. */
    static final int MOST_CHARACTERS = 8_000_000;

    /** Just before what fills an element with text. */
    private static final int PRECEDENCE = 1_200;

    private final LinkedHashMap<Key, String> parts = new LinkedHashMap<>(16, 0.75f, true);
    private final int mostCharacters;
    private int characters;

    KeptParts(int mostCharacters) {
        super("Kept parts", "kept", PRECEDENCE);
        this.mostCharacters = mostCharacters;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Filling(prefix));
    }

    /** The view's HTML, rendered if it is not kept. */
    String html(String view, Locale locale, @Nullable Object identity, Supplier<String> rendered) {
        if (identity == null) {
            return rendered.get();
        }
        var key = new Key(view, locale, identity);
        var kept = find(key);
        if (kept != null) {
            return kept;
        }
        var html = rendered.get();
        keep(key, html);
        return html;
    }

    private synchronized @Nullable String find(Key key) {
        return parts.get(key);
    }

    private synchronized void keep(Key key, String html) {
        var before = parts.put(key, html);
        characters += html.length() - (before == null ? 0 : before.length());
        var oldest = parts.entrySet().iterator();
        while (characters > mostCharacters) {
            characters -= oldest.next().getValue().length();
            oldest.remove();
        }
    }

    private record Key(String view, Locale locale, Object identity) {}

    private final class Filling extends AbstractAttributeTagProcessor {

        private static final String KEY = "as";

        private final String prefix;

        Filling(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "part", true, PRECEDENCE, true);
            this.prefix = prefix;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String view,
                IElementTagStructureHandler element) {
            var key = Objects.requireNonNull(tag.getAttributeValue(prefix, KEY), "kept:as says what a part depends on");
            var identity = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, key)
                    .execute(context);
            element.removeAttribute(prefix, KEY);
            element.setBody(html(view, context.getLocale(), identity, () -> rendered(view, context)), false);
        }

        private static String rendered(String view, ITemplateContext context) {
            var html = new StringWriter(1 << 16);
            context.getConfiguration()
                    .getTemplateManager()
                    .parseAndProcess(
                            new TemplateSpec(view, (Set<String>) null, (TemplateMode) null, (Map<String, Object>) null),
                            context,
                            html);
            return html.toString();
        }
    }
}
