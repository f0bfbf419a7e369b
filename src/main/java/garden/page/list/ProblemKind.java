package garden.page.list;

import garden.note.Problem;

/** What the list of problems says of a kind of them: its name, and what to do. */
record ProblemKind(String title, String advice) {

    static ProblemKind of(Problem.Kind kind) {
        return switch (kind) {
            case BROKEN_LINK ->
                new ProblemKind("Broken links", "No note has this name. Write the note, or fix the link.");
            case AMBIGUOUS_LINK ->
                new ProblemKind("Ambiguous links", "Several notes have this name. Write a path to choose one.");
            case MISSING_HEADING ->
                new ProblemKind("Missing headings", "The note has no such heading. The link leads to its beginning.");
            case MISSING_BLOCK ->
                new ProblemKind("Missing blocks", "The note has no such block id. The link leads to its beginning.");
            case REPEATED_BLOCK ->
                new ProblemKind("Repeated block ids", "Links lead to the first part with the id. Rename the other.");
            case UNDRAWN ->
                new ProblemKind(
                        "Not drawn",
                        "Formulas that nest too deep, and diagrams that would load something from elsewhere. Their"
                                + " source is shown.");
            case LONG_TAG ->
                new ProblemKind("Long tags", "They are shown as text. Use fewer levels, or a shorter name.");
            case MOVED_LINK ->
                new ProblemKind(
                        "Links by an old name",
                        "They lead where they should, since a file that is renamed keeps its old name as a redirect.");
            case BAD_FRONT_MATTER ->
                new ProblemKind("Front matter", "A value could not be read; the note is shown without it.");
            case NOT_TEXT ->
                new ProblemKind("Not text", "A file is called as a note is, but is not UTF-8. Rename or convert it.");
            case OVER_BUDGET ->
                new ProblemKind(
                        "Over a limit",
                        "The note is shown as its text, with its links. Split it, or raise the limits.");
            case PENDING ->
                new ProblemKind(
                        "Not rendered yet", "Shown as text for now. Tried again a few times, then at the next start.");
            case SHARED_ADDRESS ->
                new ProblemKind("Shared addresses", "Two files would live at one address. Rename one of them.");
            case BAD_REDIRECT -> new ProblemKind("Redirects", "The line was left out; the others of its file hold.");
            case UNREADABLE ->
                new ProblemKind("Unreadable files", "The repository cannot read them. Commit them again.");
        };
    }
}
