package pl.kujawskopomorskie.ngo.accounts;

import pl.kujawskopomorskie.ngo.shared.text.Language;

/**
 * Where a person is written to.
 *
 * @param email the address as typed
 * @param language of mails to the person
 */
public record Addressee(String email, Language language) {}
