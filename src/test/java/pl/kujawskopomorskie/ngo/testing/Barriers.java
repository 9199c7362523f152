package pl.kujawskopomorskie.ngo.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What axe finds on pages: the rules of WCAG 2.2 AA and good practice.
 *
 * <p>A page that looks to axe as one in which it found nothing before is not given to it once more: the same page in the
 * other language, for another role, or of another record. What axe sees is all elements in their order with their
 * attributes, what is visible, colours and sizes of letters, what scrolls and what is too small to be hit; what it does
 * not see is what words say, but it sees whether there are any, and which names are the same.
 */
final class Barriers {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Of what axe found nothing in. */
    private static final Set<String> OPEN_TO_ALL = ConcurrentHashMap.newKeySet();

    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    // The builder that comes with axe carries every rule that was kept, with all elements that keep it, through three
    // programs: several megabytes a page, of which a test reads none.
    private static final String FIND = """
            ({tags}) => axe.run(document, {
              runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], selectors: false
            }).then(({violations}) => violations.map(rule => `${rule.id} (${rule.help}): `
              + rule.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')))""";

    private static final String SIGHT = """
            async () => {
              const texts = ['title', 'alt', 'placeholder', 'content', 'value', 'label', 'datetime',
                'aria-description', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext'];
              const addresses = ['href', 'src', 'srcset', 'action', 'formaction'];
              const references = ['id', 'for', 'name', 'headers', 'list', 'form', 'aria-labelledby', 'aria-describedby',
                'aria-controls', 'aria-owns', 'aria-details', 'aria-errormessage', 'aria-activedescendant', 'aria-flowto'];
              const numbers = {};
              const nth = (kind, key) => {
                const known = numbers[kind] ??= new Map();
                if (!known.has(key)) known.set(key, known.size);
                return known.get(key);
              };
              // A single sign axe takes for a picture of its own.
              const words = text => text.trim().length < 2 ? text.trim() : '…';
              const spoken = text => text.trim() && nth('spoken', text.trim().toLowerCase());
              const read = e => e ? e.textContent.replace(/\\s+/g, ' ') : '';
              const value = (e, {name, value}) => {
                if (e.localName === 'meta') return value;
                if (name === 'lang' || name === 'hreflang') return ['pl', 'en'].includes(value) || value;
                if (name === 'alt') return words(value) + (read(e.closest('a, button')).trim() === value.trim());
                if (texts.includes(name)) return words(value);
                if (name === 'aria-label') return spoken(value);
                if (addresses.includes(name)) {
                  return value.startsWith('#') ? '#' + nth('reference', value.slice(1)) : value && '…';
                }
                if (references.includes(name)) {
                  return value.trim() && value.trim().split(/\\s+/).map(id => nth('reference', id));
                }
                return value;
              };
              const style = e => {
                const s = getComputedStyle(e);
                const box = e.getBoundingClientRect();
                const target = e.matches('a, button, input, select, textarea, summary, [tabindex], [role]');
                return s.display === 'none' ? 'hidden' : [
                  s.display, s.visibility, s.position, s.opacity, s.color, s.backgroundColor, s.backgroundImage !== 'none',
                  s.fontSize, s.fontWeight, s.textShadow, s.textDecorationLine, s.clipPath, s.overflowX, s.overflowY,
                  s.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 13,
                  s.overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 13,
                  target && s.display !== 'inline' && (box.width < 24 || box.height < 24)
                    && [box.x, box.y, box.width, box.height].map(Math.round)];
              };
              let isKnown = true;
              const sight = e => {
                isKnown &&= !e.shadowRoot && e.localName !== 'iframe' && !e.localName.includes('-');
                const labels = (e.getAttribute('aria-labelledby') ?? '').split(/\\s+/).filter(Boolean);
                return [
                  e.localName,
                  [...e.attributes].filter(({name}) => !name.startsWith('data-')).map(a => [a.name, value(e, a)]),
                  labels.length && spoken(labels.map(id => read(document.getElementById(id))).join(' ')),
                  style(e),
                  [...e.childNodes].map(node => node.nodeType === Node.ELEMENT_NODE ? sight(node)
                    : node.nodeType === Node.TEXT_NODE ? words(node.data) : 0)];
              };
              const head = [document.documentElement, ...document.head.querySelectorAll('meta[name=viewport], meta[http-equiv]')]
                .map(e => [...e.attributes].map(a => [a.name, value(e, a)]));
              const all = JSON.stringify([innerWidth, words(document.title), head, sight(document.body)]);
              const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(all));
              return isKnown ? [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('') : '';
            }""";

    private Barriers() {}

    /** Those of the page as it stands, each as a sentence with the elements that have it. */
    @SuppressWarnings("unchecked")
    static List<String> of(Page page) {
        var sight = (String) page.evaluate(SIGHT);
        if (OPEN_TO_ALL.contains(sight)) {
            return List.of();
        }
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        var barriers = (List<String>) page.evaluate(FIND, Map.of("tags", TAGS));
        // A page that changed meanwhile is not the one that was looked at.
        if (barriers.isEmpty() && !sight.isEmpty() && sight.equals(page.evaluate(SIGHT))) {
            OPEN_TO_ALL.add(sight);
        }
        return barriers;
    }
}
