package pl.kujawskopomorskie.ngo.accounts;

/** More people sign in at this moment than the node can check; waiting a little helps. */
public final class TooBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooBusy() {
        super("Too many passwords to check at once", null, false, false);
    }
}
