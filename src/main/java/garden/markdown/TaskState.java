package garden.markdown;

/** What the character in a task's brackets means: those of Obsidian and of the themes most used with it. */
final class TaskState {

    private TaskState() {}

    /** Said to those who cannot see the box. */
    static String label(String state) {
        return switch (state) {
            case " " -> "open";
            case "x", "X" -> "done";
            case "-" -> "cancelled";
            case "/" -> "in progress";
            case ">" -> "forwarded";
            case "<" -> "scheduled";
            case "?" -> "question";
            case "!" -> "important";
            case "*" -> "star";
            case "\"" -> "quotation";
            case "l" -> "place";
            case "b" -> "bookmark";
            case "i" -> "information";
            case "S" -> "savings";
            case "I" -> "idea";
            case "p" -> "pro";
            case "c" -> "con";
            case "f" -> "fire";
            case "k" -> "key";
            case "w" -> "win";
            case "u" -> "up";
            case "d" -> "down";
            default -> "state " + state;
        };
    }
}
