package pl.kujawskopomorskie.ngo;

/** Starts the portal. */
public final class Application {

    private Application() {}

    /** @param args the command line */
    public static void main(String[] args) {
        io.micronaut.runtime.Micronaut.run(Application.class, args);
    }
}
