package pl.kujawskopomorskie.ngo.events;

/** What somebody needs in order to take part: data of a special category, asked with a consent of their own. */
public enum Need {
    /** An interpreter of Polish sign language. */
    SIGN_LANGUAGE,
    /** An induction loop. */
    INDUCTION_LOOP,
    /** Room for a wheelchair. */
    WHEELCHAIR,
    /** An assistant comes along. */
    ASSISTANT,
    /** Translation. */
    TRANSLATION,
    /** A diet, in words. */
    DIET,
    /** Something else, in words. */
    OTHER;

    /** Whether it says nothing without words. */
    public boolean inWords() {
        return this == DIET || this == OTHER;
    }
}
