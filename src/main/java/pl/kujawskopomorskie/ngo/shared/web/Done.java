package pl.kujawskopomorskie.ngo.shared.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was just done, to be said on the page to which the browser goes afterwards. It travels in the address, so that no
 * node keeps anything; and because only these can travel, an address that somebody made up says nothing of its own.
 */
public enum Done {
    CONSULTATION_BEGUN,
    NOTICE_SAVED,
    CONSULTATION_ANNOUNCED,
    CONSULTATION_EXTENDED,
    CONSULTATION_CANCELLED,
    CONSULTATION_DELETED,
    ACT_RECORDED,
    DOCUMENT_ADDED,
    DOCUMENT_REMOVED,
    VERSION_READ,
    VERSION_PUBLISHED,
    UNIT_MENDED,
    ANSWER_DRAFTED,
    ANSWER_SENT_TO_REVIEW,
    UNSAVED_DROPPED,
    ANSWER_APPROVED,
    ANSWERS_APPROVED,
    ANSWER_RETURNED,
    ANSWER_REOPENED,
    TEXT_HIDDEN,
    REMARKS_GIVEN,
    REMARKS_GROUPED,
    REMARK_UNGROUPED,
    ANSWERS_APPLIED,
    REMARK_DRAFT_DISCARDED,
    NAME_WITHDRAWN,
    ORGANISATIONS_INVITED,
    REPORT_SAVED,
    REPORT_PUBLISHED,
    REPORT_CORRECTED,
    SETTINGS_SAVED,
    ROLE_GRANTED,
    ROLE_TAKEN,
    ACCOUNT_BLOCKED,
    ACCOUNT_UNBLOCKED,
    ORGANISATION_ENTERED,
    ORGANISATION_ENTERED_NIP,
    ORGANISATION_PROPOSED,
    ORGANISATION_SAVED,
    ORGANISATION_SAVED_NIP,
    ORGANISATION_SAME,
    ORGANISATION_CONFIRMED,
    ORGANISATION_LISTED,
    ORGANISATION_REFUSED,
    ORGANISATIONS_MERGED,
    ORGANISATIONS_PARTED,
    REPRESENTATION_ASKED,
    REPRESENTATION_WAITS,
    REPRESENTATION_HELD,
    REPRESENTATION_ACCEPTED,
    REPRESENTATION_ACCEPTED_LISTED,
    REPRESENTATION_REFUSED,
    REPRESENTATION_ENDED,
    EDITOR_INVITED,
    EDITOR_UNINVITED,
    EDITOR_JOINED,
    VOICE_CHOSEN,
    IMPORT_BEGUN,
    ADVICE_BOOKED,
    ADVICE_CONFIRMED,
    ADVICE_TAKEN_BACK,
    ADVICE_CANCELLED,
    ADVICE_SETTLED,
    ADVICE_SAVED,
    ADVISER_SAVED,
    SLOT_WITHDRAWN,
    RESOURCE_SAVED,
    LENDING_ASKED,
    LENDING_WITHDRAWN,
    LENDING_ACCEPTED,
    LENDING_REFUSED,
    LENDING_CANCELLED,
    EQUIPMENT_TAKEN,
    EQUIPMENT_RETURNED,
    EVENT_BEGUN,
    EVENT_SAVED,
    EVENT_PUBLISHED,
    EVENT_CANCELLED,
    EVENT_DISCARDED,
    EVENT_COPIED,
    EVENT_REPEATED,
    PARTICIPANTS_WRITTEN_TO,
    SESSION_SAVED,
    SESSION_DELETED,
    QUESTION_SAVED,
    QUESTION_DELETED,
    QUEUE_MOVED,
    TAKEN_OUT,
    KEEPING_SAVED,
    CERTIFICATES_MAILED,
    CERTIFICATE_CORRECTED,
    CERTIFICATE_REVOKED,
    SURVEY_BEGUN,
    SURVEY_SAVED,
    SURVEY_READY,
    SURVEY_PREPARED,
    SURVEY_CLOSED,
    SURVEY_ANSWERED,
    MATERIAL_ADDED,
    MATERIAL_REMOVED,
    TEAM_SAVED,
    TEAM_DISCARDED,
    TEAM_MEMBER_SAVED,
    TEAM_MEMBER_REMOVED,
    VISIT_SAVED,
    VISIT_MADE,
    VISIT_CANCELLED,
    VISIT_DISCARDED,
    REGISTER_VALUE_TAKEN,
    REGISTER_VALUE_REFUSED,
    EVENT_REGISTERED,
    EVENT_REGISTERED_BEFORE,
    NEEDS_WITHDRAWN,
    REGISTRATION_CONFIRMED,
    REGISTRATION_CHANGED,
    REGISTRATION_TAKEN_BACK,
    PLACE_TAKEN,
    PLACE_GIVEN_BACK,
    ENTRY_TAKEN_BACK,
    ATTENDANCE_TICKED,
    ATTENDANCE_WITHDRAWN,
    DOOR_DOUBT_SETTLED,
    WALK_IN_ADDED,
    HEADS_COUNTED;

    /** Name of the parameter of an address. */
    static final String PARAMETER = "zrobiono";

    /** What an address says was done, if it says anything that can be. */
    static Optional<Said> of(@Nullable String parameter) {
        var said = parameter == null ? "" : parameter;
        var dot = said.indexOf('.');
        var name = dot < 0 ? said : said.substring(0, dot);
        var number = dot < 0 ? "0" : said.substring(dot + 1);
        return Arrays.stream(values())
                .filter(done -> done.inAddress().equals(name) && number.matches("[0-9]{1,6}"))
                .findFirst()
                .map(done -> new Said(done.key(), Integer.parseInt(number)));
    }

    /** Key of the sentence. */
    public String key() {
        return "done." + name();
    }

    /** The path, with this in its address. */
    String at(String path) {
        return path + (path.contains("?") ? "&" : "?") + PARAMETER + "=" + inAddress();
    }

    /** The same, with to how many it was done. */
    String at(String path, int number) {
        return at(path) + "." + number;
    }

    /**
     * What a page says was done.
     *
     * @param key of the sentence
     * @param number to how many, 0 when the sentence names none
     */
    public record Said(String key, int number) {}

    private String inAddress() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
