package pl.kujawskopomorskie.ngo.directory;

import jakarta.inject.Singleton;
import java.util.Locale;
import pl.kujawskopomorskie.ngo.shared.text.Language;
import pl.kujawskopomorskie.ngo.shared.text.Messages;

/** Polish words of what exchange formats want in words. */
@Singleton
final class OrganisationWords {

    private final Messages messages;

    OrganisationWords(Messages messages) {
        this.messages = messages;
    }

    /** What the data are. */
    String title() {
        return messages.get(Language.POLISH, "directory.open.title");
    }

    /** The legal form by its name. */
    String legalForm(PublicOrganisation organisation) {
        return messages.get(
                Language.POLISH,
                "directory.legalForm." + organisation.legalForm().toUpperCase(Locale.ROOT));
    }

    /** What the organisation says it does; where it says nothing, what it is and where. */
    String description(PublicOrganisation organisation) {
        var own = organisation.description();
        return own == null
                ? legalForm(organisation) + ", " + organisation.seat().town()
                : own;
    }
}
