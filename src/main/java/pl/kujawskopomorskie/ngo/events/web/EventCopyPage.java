package pl.kujawskopomorskie.ngo.events.web;

import pl.kujawskopomorskie.ngo.events.Event;
import pl.kujawskopomorskie.ngo.events.OfficeProgramme.Programme;
import pl.kujawskopomorskie.ngo.shared.web.FormErrors;

/**
 * The next edition of an event, before it is begun.
 *
 * @param event to be copied
 * @param programme that comes along
 * @param form as typed
 * @param errors in it
 */
record EventCopyPage(Event event, Programme programme, DeskForms.Copy form, FormErrors errors) {}
