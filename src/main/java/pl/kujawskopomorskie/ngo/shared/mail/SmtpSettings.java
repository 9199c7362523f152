package pl.kujawskopomorskie.ngo.shared.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes mail over, from {@code PORTAL_SMTP_*}.
 *
 * @param host its name, or null where mail is not sent
 * @param port its port
 * @param username account at it, or null where it asks for none
 * @param password of the account
 * @param security how the connection is protected
 * @param timeout for connecting and for each answer
 */
@ConfigurationProperties("portal.smtp")
record SmtpSettings(
        @Nullable String host,
        @Bindable(defaultValue = "587") int port,
        @Nullable String username,
        @Nullable String password,
        @Bindable(defaultValue = "STARTTLS") Security security,
        @Bindable(defaultValue = "20s") Duration timeout) {

    /** How a connection to the server is protected. */
    enum Security {
        /** Not at all: only for a server on the same machine or a private network. */
        NONE,
        /** Begins in the clear and must become TLS before anything is said. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    /** Whether there is a server to send to. */
    boolean configured() {
        return host != null && !host.isBlank();
    }

    /** The settings as Jakarta Mail names them. */
    Properties properties() {
        var properties = new Properties();
        var milliseconds = String.valueOf(timeout.toMillis());
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", String.valueOf(host));
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.auth", String.valueOf(username != null));
        properties.put("mail.smtp.connectiontimeout", milliseconds);
        properties.put("mail.smtp.timeout", milliseconds);
        properties.put("mail.smtp.writetimeout", milliseconds);
        properties.put("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(security == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.mime.charset", "UTF-8");
        return properties;
    }
}
