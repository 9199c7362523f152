package pl.kujawskopomorskie.ngo.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import pl.kujawskopomorskie.ngo.testing.PortalTest;

@PortalTest
class FormsTest {

    public record Sample(FormErrors errors, String value, List<Choice> choices) {}

    private final TemplateEngine engine;

    FormsTest(TemplateEngine engine) {
        this.engine = engine;
    }

    @Test
    void a_form_without_mistakes_has_no_summary_and_labels_every_field() {
        var page = rendered(FormErrors.none(), "anna@example.org");

        assertThat(page.select(".error-summary, .field-error, .is-invalid, [aria-invalid]"))
                .isEmpty();
        assertThat(page.select("input, textarea, select"))
                .allSatisfy(field ->
                        assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1));
        assertThat(page.selectFirst("#email").attributes().asList())
                .extracting(Object::toString)
                .contains("type=\"email\"", "value=\"anna@example.org\"", "maxlength=\"254\"")
                .contains("aria-describedby=\"email-hint\"", "aria-required=\"true\"");
        assertThat(page.selectFirst("#phone").hasAttr("aria-required")).isFalse();
        assertThat(page.select("#department option[selected]").eachText()).containsExactly("Kultura");
        assertThat(page.select("[name=scope][checked]").eachAttr("value")).containsExactly("1");
        assertThat(page.selectFirst("#consent").hasAttr("checked")).isTrue();
    }

    @Test
    void each_mistake_is_named_at_its_field_and_in_a_summary_that_leads_there() {
        var page = rendered(
                FormErrors.none()
                        .unless(true, "phone", "forms.required")
                        .unless(false, "email", "forms.tooLong", 254)
                        .unless(false, "email", "forms.required")
                        .unless(false, FormErrors.WHOLE_FORM, "forms.choose"),
                "x");

        assertThat(page.select(".error-summary h2").text()).isEqualTo("Popraw 2 rzeczy w formularzu");
        assertThat(page.select(".error-summary li").eachText())
                .containsExactly("Skróć ten tekst: mieści się tu najwyżej 254 znaki.", "Wybierz jedną z możliwości.");
        assertThat(page.selectFirst(".error-summary a").attr("href")).isEqualTo("#email");
        assertThat(page.selectFirst("#email-error").text()).startsWith("Skróć ten tekst");
        assertThat(page.selectFirst("#email").attr("aria-describedby")).isEqualTo("email-error email-hint");
        assertThat(page.selectFirst("#email").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void what_was_typed_comes_back_as_text_never_as_markup() {
        var typed = "\n\"><script>alert(1)</script></textarea>";

        var page = rendered(FormErrors.none(), typed);

        assertThat(page.select("script")).isEmpty();
        assertThat(page.selectFirst("#email").attr("value")).contains("<script>");
        assertThat(page.selectFirst("#rationale").wholeText()).isEqualTo(typed);
    }

    private Document rendered(FormErrors errors, String value) {
        var choices = List.of(
                Choice.named("1", "Zdrowie"), Choice.named("2", "Kultura"), Choice.keyed("3", "forms.optional"));
        var context = new Context(Locale.of("pl", "PL"), Map.of("page", new Sample(errors, value, choices)));
        return Jsoup.parse(engine.process("forms-sample", context));
    }
}
