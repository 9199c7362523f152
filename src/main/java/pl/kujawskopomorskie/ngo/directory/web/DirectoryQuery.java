package pl.kujawskopomorskie.ngo.directory.web;

import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.directory.County;
import pl.kujawskopomorskie.ngo.directory.LegalForm;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Mark;
import pl.kujawskopomorskie.ngo.directory.OrganisationFilter.Order;
import pl.kujawskopomorskie.ngo.directory.PublicTaskSphere;
import pl.kujawskopomorskie.ngo.shared.text.Typed;

/**
 * What the address of the search asks for. What it asks wrongly counts as not asked: an address that was mistyped or is old still
 * shows a list.
 *
 * @param words as typed
 * @param counties that are chosen
 * @param spheres that are chosen
 * @param legalForms that are chosen
 * @param marks that are chosen
 * @param order that was chosen
 * @param page from 1
 */
record DirectoryQuery(
        String words,
        Set<String> counties,
        Set<String> spheres,
        Set<LegalForm> legalForms,
        Set<Mark> marks,
        Order order,
        int page) {

    static final String WORDS = "szukaj";
    static final String COUNTY = "powiat";
    static final String SPHERE = "sfera";
    static final String LEGAL_FORM = "forma";
    static final String MARK = "cecha";
    static final String ORDER = "porzadek";
    static final String PAGE = "strona";

    private static final int PAGE_SIZE = 20;
    private static final int LONGEST = 200;

    static DirectoryQuery of(HttpParameters parameters) {
        var words = Typed.line(parameters.get(WORDS));
        var page = parameters.get(PAGE);
        return new DirectoryQuery(
                words.length() <= LONGEST ? words : words.substring(0, LONGEST),
                parameters.getAll(COUNTY).stream()
                        .filter(teryt -> County.of(teryt).isPresent())
                        .collect(Collectors.toCollection(TreeSet::new)),
                parameters.getAll(SPHERE).stream()
                        .filter(point -> PublicTaskSphere.of(point).isPresent())
                        .collect(Collectors.toCollection(TreeSet::new)),
                chosen(LegalForm.values(), parameters.getAll(LEGAL_FORM)),
                chosen(Mark.values(), parameters.getAll(MARK)),
                Order.NAME.name().equals(parameters.get(ORDER)) ? Order.NAME : Order.RELEVANCE,
                page != null && page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
    }

    OrganisationFilter filter() {
        return new OrganisationFilter(words, counties, spheres, legalForms, marks, order, page, PAGE_SIZE);
    }

    /** Whether anything is asked at all. */
    public boolean narrowed() {
        return !(words.isEmpty() && counties.isEmpty() && spheres.isEmpty() && legalForms.isEmpty() && marks.isEmpty());
    }

    /** The address of the same search with a county chosen, or no longer chosen; it begins with its first page. */
    String togglingCounty(String teryt) {
        var others = new LinkedHashSet<>(counties);
        if (!others.remove(teryt)) {
            others.add(teryt);
        }
        return address(new DirectoryQuery(words, others, spheres, legalForms, marks, order, 1));
    }

    /** The address of another page of the same search, to which the number is added. */
    public String pages() {
        var first = address(new DirectoryQuery(words, counties, spheres, legalForms, marks, order, 1));
        return first + (first.contains("?") ? "&" : "?") + PAGE + "=";
    }

    private static String address(DirectoryQuery query) {
        var parts = new ArrayList<String>();
        if (!query.words.isEmpty()) {
            parts.add(WORDS + "=" + URLEncoder.encode(query.words, StandardCharsets.UTF_8));
        }
        query.counties.forEach(county -> parts.add(COUNTY + "=" + county));
        query.spheres.forEach(sphere -> parts.add(SPHERE + "=" + sphere));
        query.legalForms.forEach(form -> parts.add(LEGAL_FORM + "=" + form));
        query.marks.forEach(mark -> parts.add(MARK + "=" + mark));
        if (query.order == Order.NAME) {
            parts.add(ORDER + "=" + query.order);
        }
        return "/organizacje" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static <E extends Enum<E>> Set<E> chosen(E[] choices, List<String> asked) {
        return Arrays.stream(choices)
                .filter(choice -> asked.contains(choice.name()))
                .collect(Collectors.toSet());
    }
}
