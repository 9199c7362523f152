package pl.kujawskopomorskie.ngo.shared.mail;

/** Where mail is put to be sent. */
public interface Outbox {

    /**
     * Puts a mail into the outbox, in the caller's transaction: it goes out if and only if the transaction is committed,
     * and survives a crash between the two.
     */
    void put(Letter letter);
}
