package pl.kujawskopomorskie.ngo.events;

/** To whom a clerk writes about an event. */
public enum MailAudience {
    /** All whose registration is confirmed; when the event was cancelled, all whose registration ended with it. */
    REGISTERED,
    /** Who has a place. */
    BOOKED,
    /** Who waits for one, or is offered one. */
    WAITING,
    /** Who was there, those included who had not registered and left an address. */
    CAME,
    /** Who had a place and was not there; only when the event is over. */
    ABSENT
}
