package pl.kujawskopomorskie.ngo.directory;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Why a row of an import is refused.
 *
 * @param field form name of the field that is wrong, empty for the row as a whole
 * @param key of the sentence that says what to do
 * @param arguments of the sentence
 */
@Serdeable
public record RowProblem(String field, String key, List<Object> arguments) {}
