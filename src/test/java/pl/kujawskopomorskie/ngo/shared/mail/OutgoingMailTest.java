package pl.kujawskopomorskie.ngo.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.kujawskopomorskie.ngo.testing.Node;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.Web;

@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutgoingMailTest {

    private Node demo;
    private Web visitor;

    @BeforeAll
    void startDemo() {
        demo = Node.with(Map.of("portal.demo", "true", "portal.demo-content", "false"));
        visitor = demo.web();
    }

    @AfterAll
    void stopDemo() {
        demo.close();
    }

    @Test
    void outside_a_demonstration_there_is_no_such_page(Web web) {
        assertThat(web.get("/poczta").status()).isEqualTo(404);
        assertThat(web.get("/poczta/1").status()).isEqualTo(404);
    }

    @Test
    void a_demonstration_with_a_mail_server_has_no_such_page() {
        try (var node = Node.with(
                Map.of("portal.demo", "true", "portal.demo-content", "false", "portal.smtp.host", "127.0.0.1"))) {
            assertThat(node.web().get("/poczta").status()).isEqualTo(404);
        }
    }

    @Test
    void a_mail_is_read_with_its_links_and_its_attachment() {
        var bytes = "żółć".getBytes(StandardCharsets.UTF_8);
        put(new Letter(
                "anna@example.org",
                "Potwierdź <adres>",
                "Kliknij:\nhttp://localhost/konto/potwierdz?t=a&b=1.\nDo <b>jutra</b>.",
                new Letter.Attachment("potwierdzenie.txt", "text/plain", bytes),
                null));

        var list = visitor.get("/poczta").page();
        var link = list.selectFirst("tbody a");
        assertThat(link.text()).isEqualTo("Potwierdź <adres>");

        var mail = visitor.get(link.attr("href")).page();
        assertThat(mail.selectFirst("h1").text()).isEqualTo("Potwierdź <adres>");
        assertThat(mail.selectFirst(".mail-body").wholeText())
                .isEqualTo("Kliknij:\nhttp://localhost/konto/potwierdz?t=a&b=1.\nDo <b>jutra</b>.");
        assertThat(mail.selectFirst(".mail-body a").attr("href")).isEqualTo("http://localhost/konto/potwierdz?t=a&b=1");
        assertThat(mail.select(".mail-body b")).isEmpty();

        var file = visitor.get(link.attr("href") + "/zalacznik");
        assertThat(file.response().body()).isEqualTo(bytes);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void the_list_goes_on_to_older_mail() {
        for (var i = 0; i < 26; i++) {
            put(Letter.of("anna@example.org", "Strona " + i, "…"));
        }

        var first = visitor.get("/poczta").page();
        assertThat(first.select("tbody tr")).hasSize(25);
        assertThat(first.selectFirst("tbody a").text()).isEqualTo("Strona 25");

        var second = visitor.get(first.selectFirst("a[rel=next]").attr("href")).page();
        assertThat(second.selectFirst("tbody a").text()).isEqualTo("Strona 0");
    }

    @SuppressWarnings("unchecked")
    private void put(Letter letter) {
        TransactionOperations<Connection> transactions = demo.get(TransactionOperations.class);
        transactions.executeWrite(status -> {
            demo.get(Outbox.class).put(letter);
            return null;
        });
    }
}
