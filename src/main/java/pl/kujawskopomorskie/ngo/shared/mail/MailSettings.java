package pl.kujawskopomorskie.ngo.shared.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What mail needs beside a server, from {@code PORTAL_MAIL_*}.
 *
 * @param from the address that mail comes from
 * @param keepDays how long mail is kept, sent or not; it holds personal data
 */
@ConfigurationProperties("portal.mail")
record MailSettings(
        @Bindable(defaultValue = "pozarzadowka@localhost") String from,
        @Bindable(defaultValue = "30") int keepDays) {}
