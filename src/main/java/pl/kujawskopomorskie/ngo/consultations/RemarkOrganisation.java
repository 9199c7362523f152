package pl.kujawskopomorskie.ngo.consultations;

import org.jspecify.annotations.Nullable;

/**
 * The organisation in whose name a remark was made.
 *
 * @param slug of its page
 * @param orgId how it is named outside (org-id.guide), or null when it is in neither register
 */
public record RemarkOrganisation(String slug, @Nullable String orgId) {

    /** {@link pl.kujawskopomorskie.ngo.directory.Organisation#orgId()} in SQL, of the table organisation under the name o. */
    static final String ORG_ID = "COALESCE(CONCAT('PL-KRS-', o.krs), CONCAT('PL-REGON-', o.regon))";
}
