package garden.markdown.html;

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

    /** Of the states only open and done are a box; the others show their sign. */
    static void box(String state, HtmlOut out) {
        String label = label(state);
        if (state.isBlank() || state.equalsIgnoreCase("x")) {
            out.raw("<input type=\"checkbox\" disabled")
                    .raw(state.isBlank() ? "" : " checked")
                    .attribute("aria-label", label)
                    .raw(" /> ");
        } else {
            out.raw("<span class=\"box\" role=\"img\"")
                    .attribute("aria-label", label)
                    .attribute("title", label)
                    .raw(">")
                    .text(state)
                    .raw("</span> ");
        }
        out.raw(isOver(state) ? "<span class=\"over\">" : "");
    }

    /** Whether nothing is left to do: such words are struck out. */
    static boolean isOver(String state) {
        return state.equalsIgnoreCase("x") || state.equals("-");
    }
}
