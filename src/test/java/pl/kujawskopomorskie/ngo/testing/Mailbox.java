package pl.kujawskopomorskie.ngo.testing;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The mail that the portal has put into its outbox, sent or not. */
@Singleton
public final class Mailbox {

    private static final Pattern LINK = Pattern.compile("(?m)^https?://\\S+$");

    private final DataSource dataSource;

    Mailbox(DataSource dataSource) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
    }

    /** All mail to an address, oldest first. */
    public List<Mail> to(String address) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "SELECT subject, body FROM mail_message WHERE recipient = ? ORDER BY id")) {
            query.setString(1, address);
            var mails = new ArrayList<Mail>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    mails.add(new Mail(rows.getString(1), rows.getString(2)));
                }
            }
            return mails;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest mail to an address. */
    public Mail last(String address) {
        return to(address).getLast();
    }

    /** A mail. */
    public record Mail(String subject, String body) {

        /** The path and query of the first link that stands on a line of its own. */
        public String link() {
            var matcher = LINK.matcher(body);
            if (!matcher.find()) {
                throw new AssertionError(String.format(Locale.ROOT, "No link in: %s", body));
            }
            var uri = URI.create(matcher.group());
            return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        }
    }
}
