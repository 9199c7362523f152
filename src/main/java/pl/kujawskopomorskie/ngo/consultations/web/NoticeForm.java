package pl.kujawskopomorskie.ngo.consultations.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.Channel;
import pl.kujawskopomorskie.ngo.consultations.Consultation;
import pl.kujawskopomorskie.ngo.consultations.ConsultationKind;
import pl.kujawskopomorskie.ngo.consultations.ConsultationNotice;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.time.OfficeTime;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/** A notice as a clerk typed it. Days are the office's; the last day counts to its end. */
@Introspected
@Serdeable
record NoticeForm(
        @Nullable String title,
        @Nullable String subject,
        @Nullable String summary,
        @Nullable String legalBasis,
        @Nullable String kind,
        @Nullable String participants,
        @Nullable List<String> channels,
        @Nullable String department,
        @Nullable String contactName,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        @Nullable String opensOn,
        @Nullable String closesOn,
        @Nullable String fourEyes,
        @Nullable String meetingOn,
        @Nullable String meetingTime,
        @Nullable String meetingPlace,
        @Nullable String meetingNote,
        @Nullable String revision) {

    /** An empty form, with what most consultations have in common filled in. */
    static NoticeForm fresh(String legalBasis, String participants) {
        return new NoticeForm(
                "",
                "",
                "",
                legalBasis,
                ConsultationKind.LOCAL_LAW_ACT.name(),
                participants,
                List.of(Channel.EMAIL.name(), Channel.PAPER.name()),
                "",
                "",
                "",
                "",
                "",
                "",
                "true",
                "",
                "",
                "",
                "",
                "0");
    }

    /** The form of a consultation that is there already. */
    static NoticeForm of(Consultation consultation) {
        var meetingAt = consultation.meetingAt();
        return new NoticeForm(
                consultation.title(),
                consultation.subject(),
                consultation.summary(),
                consultation.legalBasis(),
                consultation.kind().name(),
                consultation.participants(),
                consultation.channelSet().stream().map(Channel::name).toList(),
                Long.toString(consultation.departmentId()),
                consultation.contactName(),
                consultation.contactEmail(),
                consultation.contactPhone(),
                day(consultation.opensAt()),
                lastDay(consultation.closesAt()),
                Boolean.toString(consultation.fourEyes()),
                day(meetingAt),
                meetingAt == null
                        ? ""
                        : OfficeTime.wallClock(meetingAt).toLocalTime().toString(),
                orEmpty(consultation.meetingPlace()),
                orEmpty(consultation.meetingNote()),
                Integer.toString(consultation.revision()));
    }

    /**
     * What the form states.
     *
     * @param departments keys that may be chosen
     */
    Read read(Set<Long> departments) {
        var errors = FormErrors.none();
        var opens = parsed(opensOn);
        var closes = parsed(closesOn);
        var meetingDay = parsed(meetingOn);
        var time = parsedTime(meetingTime);
        var place = Typed.line(meetingPlace);
        var departmentId = number(department);
        errors = errors.unless(
                        departments.contains(departmentId), "department", "consultations.form.department.missing")
                .unless(fine(contactEmail), "contactEmail", "consultations.form.contactEmail.wrong")
                .unless(opens != null || blank(opensOn), "opensOn", "forms.date.wrong")
                .unless(closes != null || blank(closesOn), "closesOn", "forms.date.wrong")
                .unless(meetingDay != null || blank(meetingOn), "meetingOn", "forms.date.wrong")
                .unless(time != null || blank(meetingTime), "meetingTime", "forms.time.wrong");
        var meets = !blank(meetingOn) || !blank(meetingTime) || !place.isEmpty();
        if (meets) {
            errors = errors.unless(meetingDay != null, "meetingOn", "consultations.form.meetingOn.missing")
                    .unless(time != null, "meetingTime", "consultations.form.meetingTime.missing")
                    .unless(!place.isEmpty(), "meetingPlace", "consultations.form.meetingPlace.missing")
                    .unless(Typed.length(place) <= 300, "meetingPlace", "forms.tooLong", 300)
                    .unless(Typed.length(Typed.text(meetingNote)) <= 1000, "meetingNote", "forms.tooLong", 1000);
        }
        var meeting = meetingDay == null || time == null
                ? null
                : new ConsultationNotice.Meeting(
                        meetingDay.atTime(time).atZone(OfficeTime.ZONE).toInstant(), place, Typed.text(meetingNote));
        return new Read(
                errors,
                new ConsultationNotice(
                        Typed.line(title),
                        Typed.line(subject),
                        Typed.text(summary),
                        Typed.line(legalBasis),
                        chosenKind(),
                        Typed.line(participants),
                        chosenChannels(),
                        departmentId,
                        Typed.line(contactName),
                        Typed.line(contactEmail),
                        Typed.line(contactPhone),
                        opens == null ? null : OfficeTime.startOf(opens),
                        closes == null ? null : OfficeTime.endOf(closes),
                        "true".equals(fourEyes),
                        meeting));
    }

    /** The revision that the form was filled in on. */
    int revisionNumber() {
        return (int) number(revision);
    }

    /** Whether the channel is ticked. */
    public boolean has(String channel) {
        return channels != null && channels.contains(channel);
    }

    private ConsultationKind chosenKind() {
        return Arrays.stream(ConsultationKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElse(ConsultationKind.OTHER);
    }

    private Set<Channel> chosenChannels() {
        var chosen = EnumSet.noneOf(Channel.class);
        Arrays.stream(Channel.values()).filter(channel -> has(channel.name())).forEach(chosen::add);
        return chosen;
    }

    private static boolean fine(@Nullable String email) {
        var typed = Typed.line(email);
        return typed.isEmpty() || typed.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    }

    private static boolean blank(@Nullable String typed) {
        return Typed.line(typed).isEmpty();
    }

    static @Nullable LocalDate parsed(@Nullable String typed) {
        try {
            var day = blank(typed) ? null : LocalDate.parse(Typed.line(typed));
            // Beyond these years a date is a slip of the finger, and some of them no database keeps.
            return day == null || day.getYear() < 2000 || day.getYear() > 2100 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalTime parsedTime(@Nullable String typed) {
        try {
            return blank(typed) ? null : LocalTime.parse(Typed.line(typed));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static long number(@Nullable String typed) {
        var digits = Typed.line(typed);
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : -1;
    }

    private static String day(@Nullable Instant moment) {
        return moment == null ? "" : OfficeTime.day(moment).toString();
    }

    private static String lastDay(@Nullable Instant end) {
        return end == null ? "" : OfficeTime.day(end.minusNanos(1)).toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * What a form was read as.
     *
     * @param errors in the form itself
     * @param notice as far as it could be read
     */
    record Read(FormErrors errors, ConsultationNotice notice) {}
}
