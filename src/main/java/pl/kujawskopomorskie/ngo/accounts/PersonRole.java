package pl.kujawskopomorskie.ngo.accounts;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds beside resident, which has no row.
 *
 * @param id key of the row
 * @param personId who holds it
 * @param role which one
 * @param departmentId where, for a department officer; null for every other role
 */
@MappedEntity("person_role")
record PersonRole(
        @Id @GeneratedValue @Nullable Long id,
        long personId,
        Role role,
        @Nullable Long departmentId) {}
