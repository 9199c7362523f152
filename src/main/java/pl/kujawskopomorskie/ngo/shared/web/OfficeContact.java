package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * How the office is reached, as its public pages say; {@code portal.office.*} or the environment's {@code
 * PORTAL_OFFICE_*}.
 *
 * @param email of the bureau that runs the portal
 * @param phone of the office's information point
 * @param dataProtectionEmail of the data protection officer
 */
@ConfigurationProperties("portal.office")
public record OfficeContact(String email, String phone, String dataProtectionEmail) {

    /** The phone number as a link wants it. */
    public String phoneLink() {
        return "tel:+48" + phone.replace(" ", "");
    }
}
