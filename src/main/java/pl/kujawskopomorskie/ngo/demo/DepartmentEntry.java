package pl.kujawskopomorskie.ngo.demo;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A department of {@code departments.json}.
 *
 * @param code short name
 * @param name in full
 */
@Serdeable
record DepartmentEntry(String code, String name) {}
