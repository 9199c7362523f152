package pl.kujawskopomorskie.ngo.accounts;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The departments of the office, for every module. */
@Singleton
public class OfficeDepartments {

    private final Departments departments;

    OfficeDepartments(Departments departments) {
        this.departments = departments;
    }

    /** All of them, by name. */
    public List<Department> all() {
        return departments.listOrderByName();
    }

    /** The department of a key. */
    public Optional<Department> withKey(long id) {
        return departments.findById(id);
    }
}
