package pl.kujawskopomorskie.ngo.consultations;

/**
 * A file as a form sent it.
 *
 * @param name as the browser calls it; made safe when it is stored
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // on its way from the form to the store; nobody compares these records
public record SentFile(String name, byte[] content) {}
