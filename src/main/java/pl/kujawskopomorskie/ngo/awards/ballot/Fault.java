package pl.kujawskopomorskie.ngo.awards.ballot;

/** Why a step cannot come after those before it. */
public enum Fault {
    WRONG_HEIGHT("The height is not the next one: something was left out, put in or moved."),
    WRONG_HASH("The hash does not follow from what is before and what it says."),
    TOO_EARLY("It is earlier than what is before it."),
    NOT_OPENED("Nothing happens in a round before it opens."),
    OPENED_TWICE("A round opens once."),
    WRONG_ROUND("The round is not of this edition, or not the next one in it."),
    WRONG_AFTER("A round names the last hash of the round before it, and the first one names none."),
    WRONG_ENTRIES("The entries are not those that went through the round before."),
    CLOSED("The round is closed."),
    NOT_CLOSED("The round is not closed yet."),
    UNKNOWN_JUROR("There is no such juror in this round."),
    UNKNOWN_ENTRY("There is no such entry in this round."),
    LEFT("The juror has left the chapter."),
    RECUSED("The juror is recused from the entry."),
    RECUSED_TWICE("The juror is recused from the entry already."),
    SEALED_TWICE("There is a sealed sheet already; another one replaces it."),
    NOTHING_TO_REPLACE("There is no sealed sheet that this one could replace."),
    WRONG_CLOSING("The numbers of the closing are not those of the sheets."),
    NOT_SEALED("No sheet that counts was sealed for what is shown."),
    REVEALED_TWICE("The sheet is shown already."),
    NOT_WHAT_WAS_SEALED("What is shown is not what was sealed."),
    WRONG_POINTS("The points are not those that the criteria allow."),
    NOT_ALL_REVEALED("Sheets that count are not shown yet."),
    NO_LOT("The round has no lot, or it is shown already."),
    WRONG_LOT("The value of the lot is not the one that was committed to."),
    NOT_FOR_CHAIR("These entries are not a group that the chair has to put in order."),
    TIES_ARE_OPEN("The chair or the lot has to put equal entries in order first."),
    TALLIED("The round is counted already."),
    WRONG_TALLY("The count is not what the sheets come to."),
    NOT_TALLIED("The round is not counted yet."),
    FOLLOWED("Only the last round of an edition ends with a recommendation and a decision."),
    WRONG_RECOMMENDATION("Entries are named twice, or are not in the round."),
    RECOMMENDED_TWICE("The chapter has recommended already."),
    NOT_RECOMMENDED("The chapter has not recommended yet."),
    DECIDED("The board has decided already.");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    /** It as an English sentence. */
    public String sentence() {
        return sentence;
    }
}
