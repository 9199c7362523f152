package pl.kujawskopomorskie.ngo.events;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pl.kujawskopomorskie.ngo.shared.mail.EmailAddress;
import pl.kujawskopomorskie.ngo.shared.text.Typed;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What somebody states who registers for an event.
 *
 * @param formToken made with the form: what is sent with the same token is the same registration
 * @param email where the mails go
 * @param phone possibly empty
 * @param organisation in whose name, possibly empty
 * @param people who comes, at least one
 * @param chosen in which mode they take part in which sessions, by the keys of the sessions
 * @param waitIfFull whether they wait for what is full, instead of booking nothing
 * @param travelRefund whether they ask for the cost of travel
 * @param answers to the organisers' questions, by the keys of the questions
 * @param termsAccepted whether the terms of the event were
 * @param privacyRead whether the privacy clause was accepted
 * @param needsConsent whether the needs may be kept for the event
 */
public record RegistrationEntry(
        String formToken,
        String email,
        String phone,
        String organisation,
        List<Person> people,
        Map<Long, Mode> chosen,
        boolean waitIfFull,
        boolean travelRefund,
        Map<Long, String> answers,
        boolean termsAccepted,
        boolean privacyRead,
        boolean needsConsent) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ORGANISATION = 300;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_NOTE = 500;

    public RegistrationEntry {
        email = Typed.line(email);
        phone = Typed.line(phone);
        organisation = Typed.line(organisation);
        people = List.copyOf(people);
        chosen = Map.copyOf(chosen);
        answers = answers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, answer -> Typed.text(answer.getValue())));
    }

    /**
     * What is wrong with it by itself, in the order of the form. What depends on places is not looked at here.
     *
     * @param programme the sessions of the event
     * @param questions of its organisers
     */
    FormErrors check(Event event, List<Session> programme, List<Question> questions) {
        var errors = SessionChoice.check(programme, chosen).and(checkPeople(event));
        errors = errors.unless(EmailAddress.of(email).isPresent(), "email", "accounts.email.wrong")
                .and(checkPhone(phone))
                .unless(
                        Typed.length(organisation) <= LONGEST_ORGANISATION,
                        "organisation",
                        "forms.tooLong",
                        LONGEST_ORGANISATION);
        for (var question : questions) {
            errors = errors.and(check(question));
        }
        return errors.unless(termsAccepted || event.terms().isEmpty(), "termsAccepted", "events.register.terms.missing")
                .unless(
                        needsConsent
                                || people.stream()
                                        .allMatch(person -> person.needs().isEmpty()),
                        "needsConsent",
                        "events.register.needsConsent.missing")
                .unless(privacyRead, "privacyRead", "events.register.privacy.missing");
    }

    private FormErrors checkPeople(Event event) {
        if (people.isEmpty()) {
            return FormErrors.of("name-1", "events.register.name.missing");
        }
        if (people.size() > event.peoplePerRegistration()) {
            return FormErrors.of(
                    "name-1", "events.register.people.tooMany", event.peoplePerRegistration(), people.size());
        }
        var errors = FormErrors.none();
        for (int position = 1; position <= people.size(); position++) {
            var person = people.get(position - 1);
            errors = errors.unless(!person.name().isEmpty(), "name-" + position, "events.register.name.missing")
                    .unless(
                            Typed.length(person.name()) <= LONGEST_NAME,
                            "name-" + position,
                            "forms.tooLong",
                            LONGEST_NAME);
            errors = errors.and(checkNeeds(position, person.needs()));
        }
        return errors;
    }

    /** What is wrong with a telephone number, which may be empty. */
    static FormErrors checkPhone(String phone) {
        return FormErrors.none()
                .unless(Typed.length(phone) <= LONGEST_PHONE, "phone", "forms.tooLong", LONGEST_PHONE)
                .unless(phone.matches("[0-9+() .-]*"), "phone", "advisory.book.phone.wrong");
    }

    /** What is wrong with what the person at a position needs. */
    static FormErrors checkNeeds(int position, Map<Need, String> needs) {
        var errors = FormErrors.none();
        for (var need : needs.entrySet()) {
            var field = "note-" + position + "-" + need.getKey().name();
            errors = errors.unless(
                            !need.getKey().inWords() || !need.getValue().isEmpty(),
                            field,
                            "events.register.need.missing")
                    .unless(Typed.length(need.getValue()) <= LONGEST_NOTE, field, "forms.tooLong", LONGEST_NOTE);
        }
        return errors;
    }

    /** Needs, each with what is said of it in one clean line. */
    static Map<Need, String> lines(Map<Need, String> needs) {
        return needs.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, need -> Typed.line(need.getValue())));
    }

    private FormErrors check(Question question) {
        var field = "answer-" + question.key();
        var answer = answers.getOrDefault(question.key(), "");
        if (answer.isEmpty()) {
            return FormErrors.none().unless(!question.required(), field, "events.register.answer.missing");
        }
        return FormErrors.none()
                .unless(
                        Typed.length(answer) <= Question.LONGEST_ANSWER,
                        field,
                        "forms.tooLong",
                        Question.LONGEST_ANSWER)
                .unless(fits(question, answer), field, "forms.choose");
    }

    private static boolean fits(Question question, String answer) {
        return switch (question.kind()) {
            case TEXT -> true;
            case CHOICE -> question.choiceList().contains(answer);
            case YES_NO -> answer.equals("YES") || answer.equals("NO");
        };
    }

    /**
     * One who comes.
     *
     * @param name as on the badge
     * @param needs and what is said of each of them
     */
    public record Person(String name, Map<Need, String> needs) {

        public Person {
            name = Typed.line(name);
            needs = lines(needs);
        }
    }
}
