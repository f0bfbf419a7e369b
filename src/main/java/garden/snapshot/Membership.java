package garden.snapshot;

/** Whether something is to be in a list. */
enum Membership {
    IN,
    OUT;

    static Membership of(boolean isIn) {
        return isIn ? IN : OUT;
    }
}
