package pl.kujawskopomorskie.ngo.accounts;

/** What a person may be beside a resident, which everybody with an account is. */
public enum Role {
    /** Anyone with an account. */
    RESIDENT,
    /** Works in the NGO bureau: runs consultations. */
    CLERK,
    /** Works in a department: answers the remarks given to it. */
    DEPARTMENT_OFFICER,
    /** Reads everything, writes nothing. */
    AUDITOR,
    /** Accounts and settings; no say in substance. */
    ADMINISTRATOR
}
