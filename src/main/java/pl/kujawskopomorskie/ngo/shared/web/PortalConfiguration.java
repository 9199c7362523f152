package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;

/**
 * Settings of the portal as a whole, from {@code portal.*} or the environment's {@code PORTAL_*}.
 *
 * @param demo whether demo content and accounts are made at the first start
 * @param baseUrl the public address of the portal, without a slash at the end; links in mails begin with it
 */
@ConfigurationProperties("portal")
public record PortalConfiguration(boolean demo, String baseUrl) {

    /** Whether visitors come over HTTPS, so that cookies are bound to it. */
    public boolean secure() {
        return baseUrl.startsWith("https:");
    }

    /** The public address of a path that begins with a slash. */
    public String link(String path) {
        return baseUrl + path;
    }

    /** Scheme, host and port of the portal as a browser names them in {@code Origin}. */
    public String origin() {
        var uri = URI.create(baseUrl);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
