package pl.kujawskopomorskie.ngo.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.transaction.TransactionOperations;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pl.kujawskopomorskie.ngo.shared.jobs.HopelessJob;
import pl.kujawskopomorskie.ngo.testing.Jobs;
import pl.kujawskopomorskie.ngo.testing.Node;
import pl.kujawskopomorskie.ngo.testing.PortalTest;
import pl.kujawskopomorskie.ngo.testing.TestClock;

/** A node with a mail server, which is a real one on a local port. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingMailTest {

    private ServerSetup setup;
    private Node node;
    private Outbox outbox;
    private MailMessages messages;
    private Jobs jobs;
    private TestClock clock;
    private TransactionOperations<Connection> transactions;
    private GreenMail server;

    @BeforeAll
    @SuppressWarnings("unchecked")
    void startNode() throws IOException {
        try (var socket = new ServerSocket(0)) {
            setup = new ServerSetup(socket.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        }
        node = Node.with(Map.of(
                "portal.smtp.host", "127.0.0.1",
                "portal.smtp.port", setup.getPort(),
                "portal.smtp.security", "NONE",
                "portal.smtp.timeout", "2s",
                "portal.mail.from", "portal@example.org"));
        outbox = node.get(Outbox.class);
        messages = node.get(MailMessages.class);
        jobs = node.get(Jobs.class);
        clock = node.get(TestClock.class);
        transactions = node.get(TransactionOperations.class);
    }

    @AfterAll
    void stopNode() {
        node.close();
    }

    @BeforeEach
    void startServer() {
        clock.set(TestClock.START);
        server = new GreenMail(setup);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void a_mail_arrives_with_its_polish_words_and_the_heads_that_mail_programs_look_for() throws Exception {
        put(new Letter(
                "zaneta@example.org",
                "Nowa uwaga: „gęślą jaźń”",
                "Zażółć gęślą jaźń.\nhttps://ngo.example.org/konsultacje",
                null,
                "https://ngo.example.org/obserwuj/koniec/abc"));

        jobs.runDue();

        var mail = only();
        assertThat(mail.getSubject()).isEqualTo("Nowa uwaga: „gęślą jaźń”");
        assertThat(mail.getContent().toString().replace("\r", ""))
                .isEqualTo("Zażółć gęślą jaźń.\nhttps://ngo.example.org/konsultacje");
        assertThat(mail.getContentType()).containsIgnoringCase("text/plain; charset=utf-8");
        assertThat(mail.getFrom()[0]).hasToString("portal@example.org");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<https://ngo.example.org/obserwuj/koniec/abc>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(TestClock.START));
    }

    @Test
    void a_mail_that_nobody_subscribed_to_names_no_way_to_stop_it() throws Exception {
        put(Letter.of("anna@example.org", "Potwierdź adres", "Kliknij"));

        jobs.runDue();

        assertThat(only().getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void an_invitation_goes_as_an_alternative_of_the_words_and_as_a_file() throws Exception {
        var calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
        put(new Letter(
                "anna@example.org",
                "Twoje zgłoszenie",
                "Do zobaczenia",
                null,
                null,
                new Letter.Attachment(
                        "invite.ics",
                        "text/calendar; charset=utf-8; method=REQUEST",
                        calendar.getBytes(StandardCharsets.UTF_8))));

        jobs.runDue();

        var parts = (Multipart) only().getContent();
        var words = (Multipart) parts.getBodyPart(0).getContent();
        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat(words.getBodyPart(0).getContent()).isEqualTo("Do zobaczenia");
        assertThat(words.getBodyPart(1).getContentType())
                .startsWith("text/calendar")
                .contains("method=REQUEST");
        assertThat(words.getBodyPart(1).getInputStream()).hasContent(calendar);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
        assertThat(parts.getBodyPart(1).getInputStream()).hasContent(calendar);
    }

    @Test
    void an_attachment_arrives_byte_for_byte_under_its_polish_name() throws Exception {
        var bytes = new byte[] {0, 1, 2, (byte) 0xff, 13, 10, 46, 13, 10};
        put(new Letter(
                "anna@example.org",
                "Potwierdzenie",
                "W załączeniu",
                new Letter.Attachment("potwierdzenie złożenia.pdf", "application/pdf", bytes),
                null));

        jobs.runDue();

        var parts = (Multipart) only().getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("W załączeniu");
        assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName())).isEqualTo("potwierdzenie złożenia.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void a_mail_waits_while_the_server_is_down_and_goes_once_it_is_back() {
        server.stop();
        put(Letter.of("anna@example.org", "Cierpliwość", "…"));
        jobs.runDue();

        server = new GreenMail(setup);
        server.start();
        jobs.runDue();
        assertThat(server.getReceivedMessages()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        jobs.runDue();
        clock.advance(Duration.ofDays(2));
        jobs.runDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void no_mail_goes_out_for_what_was_undone() {
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    outbox.put(Letter.of("anna@example.org", "Nigdy", "nic"));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        jobs.runDue();

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_mail_sent_again_after_a_crash_carries_the_same_id() throws Exception {
        var id = put(Letter.of("anna@example.org", "Raz", "raz"));
        jobs.runDue();
        transactions.executeWrite(status -> {
            try (var statement = status.getConnection()
                    .prepareStatement("UPDATE mail_message SET sent_at = NULL WHERE id = " + id)) {
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        node.get(SendingMail.class).run(String.valueOf(id));
        node.get(SendingMail.class).run(String.valueOf(id));

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[1].getMessageID())
                .isEqualTo(received[0].getMessageID())
                .endsWith("@example.org>");
    }

    @Test
    void mail_is_forgotten_after_its_days() {
        var old = put(Letter.of("anna@example.org", "Stary", "…"));
        clock.advance(Duration.ofDays(29));
        jobs.runDue();
        assertThat(messages.findById(old)).isPresent();

        clock.advance(Duration.ofDays(2));
        var fresh = put(Letter.of("anna@example.org", "Nowy", "…"));
        jobs.runDue();

        assertThat(messages.findById(old)).isEmpty();
        assertThat(messages.findById(fresh)).isPresent();
    }

    @Test
    void what_is_no_address_is_given_up_and_named_nowhere() {
        var id = put(Letter.of("not an address", "Nic", "…"));

        assertThatThrownBy(() -> node.get(SendingMail.class).run(String.valueOf(id)))
                .isInstanceOf(HopelessJob.class)
                .hasMessageNotContaining("not an address");
    }

    private long put(Letter letter) {
        return transactions.executeWrite(status -> {
            outbox.put(letter);
            return messages.headsBefore(Long.MAX_VALUE, 1).getFirst().id();
        });
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }
}
