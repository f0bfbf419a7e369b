package garden.bench;

/** Something that is measured end to end. */
interface Measure {

    /** What {@code --only} calls it. */
    String name();

    /** Adds its rows, for a garden of {@code notes}. */
    void run(Ground ground, int notes, Table table) throws Exception;
}
