package pl.kujawskopomorskie.ngo.consultations;

import java.util.Set;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** What came of keeping a remark as a draft. */
public sealed interface Drafting {

    /**
     * It is kept, for its author, or for those who speak for its organisation.
     *
     * @param draft as it is now
     * @param files keys of the attachments that it has now
     */
    record Kept(Remark draft, Set<Long> files) implements Drafting {

        public Kept {
            files = Set.copyOf(files);
        }
    }

    /**
     * The form was submitted before, so its words do not change any more.
     *
     * @param remark as it was submitted, or withdrawn since
     */
    record Submitted(Remark remark) implements Drafting {}

    /**
     * What was typed cannot be a remark.
     *
     * @param errors what is wrong, by field
     */
    record Invalid(FormErrors errors) implements Drafting {}

    /** There is no such consultation, version, unit or form that this person may know of. */
    record NotFound() implements Drafting {}
}
