package pl.kujawskopomorskie.ngo.events.web;

import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.OfficeProgramme.Programme;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * What a clerk reads before announcing an event.
 *
 * @param event to be announced
 * @param programme of it
 * @param missing what keeps it from being announced
 */
record EventPublishPage(Event event, Programme programme, FormErrors missing) {}
