package pl.kujawskopomorskie.ngo.events.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The forms of the desk as a browser sends them. */
final class EventForms {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private EventForms() {}

    /** A new training, with other things typed than usual. */
    static Map<String, String> event(Map<String, String> typed) {
        var form = new LinkedHashMap<String, String>();
        form.put("kind", "TRAINING");
        form.put("title", "Szkolenie " + NEXT.incrementAndGet());
        form.put("edition", "");
        form.put("summary", "O rozliczaniu dotacji.");
        form.put("description", "Dzień z księgową.");
        form.put("organiser", "Urząd Marszałkowski");
        form.put("venue", "Toruń, plac Teatralny 2");
        form.put("forCompetence", "true");
        form.put("opensOn", "2026-11-20");
        form.put("opensTime", "12:00");
        form.put("closesOn", "2026-12-01");
        form.put("closesTime", "");
        form.put("peoplePerRegistration", "3");
        form.put("holdMinutes", "120");
        form.put("offerHours", "48");
        form.put("needsKeptDays", "14");
        form.put("privacyClause", "Dane są potrzebne do organizacji szkolenia.");
        form.put("contactName", "Biuro");
        form.put("contactEmail", "biuro@example.pl");
        form.put("contactPhone", "");
        form.put("revision", "0");
        form.putAll(typed);
        return form;
    }

    /** A new session of it on 4 December, with twenty places on site, with other things typed than usual. */
    static Map<String, String> session(Map<String, String> typed) {
        var form = new LinkedHashMap<String, String>();
        form.put("kind", "TRAINING");
        form.put("title", "Rozliczenie dotacji");
        form.put("description", "");
        form.put("startsOn", "2026-12-04");
        form.put("startsTime", "10:00");
        form.put("endsOn", "");
        form.put("endsTime", "12:00");
        form.put("room", "Sala 5");
        form.put("placesOnSite", "20");
        form.put("placesOnline", "0");
        form.put("streamUrl", "");
        form.put("speakers", "Anna Nowak; księgowa\nJan Kowalski");
        form.put("revision", "0");
        form.put("accepted", "");
        form.putAll(typed);
        return form;
    }
}
