package pl.kujawskopomorskie.ngo;

/** The portal will not start as it is configured; the message is the sentence for the person who starts it. */
final class RefusedStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedStart(String sentence) {
        super(sentence);
    }
}
