package garden.config;

/** A text that must not reach a log: its {@code toString} does not show it. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "(secret)";
    }
}
