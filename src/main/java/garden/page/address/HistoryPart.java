package garden.page.address;

import garden.note.CommitId;
import garden.note.NotePath;
import garden.text.PercentCode;
import java.util.Optional;

/** Which page about the past of a note: what stands around its path in {@link Address.History}. */
public sealed interface HistoryPart {

    /** The list of versions. {@code page} counts from 1. */
    record Versions(int page) implements HistoryPart {}

    /** The note as a commit left it. */
    record Old(CommitId commit) implements HistoryPart {}

    /** What a commit did to the note, or what lies between two commits. {@code from} empty: what the commit replaced. */
    record Changes(CommitId commit, Optional<CommitId> from) implements HistoryPart {}

    /** Who wrote which line. */
    record Lines() implements HistoryPart {}

    /** The list of versions as JSON. {@code page} counts from 1. */
    record Api(int page) implements HistoryPart {}

    /** The address below the base path, without leading {@code /}. */
    default String print(String note) {
        String path = PercentCode.encodePath(note);
        return switch (this) {
            case Versions(int page) -> "-/history/" + path + page(page);
            case Old(CommitId commit) -> "-/history/" + path + "/" + commit;
            case Changes(CommitId commit, Optional<CommitId> from) ->
                "-/history/" + path + "/" + commit + "/diff"
                        + from.map(first -> "?from=" + first).orElse("");
            case Lines lines -> "-/blame/" + path;
            case Api(int page) -> "-/api/history/" + path + page(page);
        };
    }

    private static String page(int page) {
        return page > 1 ? "?page=" + page : "";
    }

    /**
     * The address, if it is one of a history.
     *
     * @param path decoded, below {@code /-}
     * @param from a commit as it stands in the query; what is none is as nothing
     */
    static Optional<Address> parse(String path, int page, String from) {
        if (path.startsWith("/blame/")) {
            return of(path.substring("/blame/".length()), new Lines());
        }
        if (path.startsWith("/api/history/")) {
            return of(path.substring("/api/history/".length()), new Api(page));
        }
        return path.startsWith("/history/")
                ? history(path.substring("/history/".length()), page, from)
                : Optional.empty();
    }

    private static Optional<Address> history(String rest, int page, String from) {
        boolean isDiff = rest.endsWith("/diff");
        String place = isDiff ? rest.substring(0, rest.length() - "/diff".length()) : rest;
        int slash = place.lastIndexOf('/');
        Optional<CommitId> commit = slash < 0 ? Optional.empty() : commit(place.substring(slash + 1));
        if (commit.isEmpty()) {
            return of(rest, new Versions(page));
        }
        String note = place.substring(0, slash);
        return of(note, isDiff ? new Changes(commit.get(), commit(from)) : new Old(commit.get()));
    }

    private static Optional<CommitId> commit(String text) {
        return text.matches("[0-9a-f]{40}") ? Optional.of(new CommitId(text)) : Optional.empty();
    }

    private static Optional<Address> of(String note, HistoryPart part) {
        return NotePath.isPath(note + ".md") ? Optional.of(new Address.History(note, part)) : Optional.empty();
    }
}
