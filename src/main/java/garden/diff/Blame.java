package garden.diff;

import garden.note.BlobId;
import garden.note.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which version wrote which line. A line is that of the version that brought it in; versions that count as no change hand
 * their lines on to what they replaced. Used once.
 */
public final class Blame {

    /** Older than the versions that were looked at. */
    public static final int OLDER = -1;

    private final List<Version> versions;
    private final Function<BlobId, String> texts;
    private final int[] origins;

    /** Lines of the newest text whose origin is still open, by the blob they were found in: where they stand there. */
    private final Map<BlobId, Map<Integer, List<Integer>>> open = new HashMap<>();

    private Blame(List<Version> versions, Function<BlobId, String> texts, int lines) {
        this.versions = versions;
        this.texts = texts;
        this.origins = new int[lines];
        Arrays.fill(origins, OLDER);
    }

    /** Consecutive lines of one origin: an index into the versions, or {@link #OLDER}. {@code text} ends as its last line does. */
    public record Passage(int origin, String text) {}

    /** The text of the first of {@code versions}, which go from the newest to the oldest, in passages of one origin each. */
    public static List<Passage> of(List<Version> versions, Function<BlobId, String> texts) {
        BlobId newest = versions.getFirst().blob();
        List<String> lines = Tokens.lines(texts.apply(newest));
        Blame blame = new Blame(versions, texts, lines.size());
        for (int line = 0; line < lines.size(); line++) {
            blame.hand(newest, line, List.of(line));
        }
        for (int i = 0; i < versions.size() && !blame.open.isEmpty(); i++) {
            blame.settle(i);
        }
        return blame.passages(lines);
    }

    private void hand(BlobId blob, int line, List<Integer> newestLines) {
        open.computeIfAbsent(blob, none -> new HashMap<>())
                .computeIfAbsent(line, none -> new ArrayList<>())
                .addAll(newestLines);
    }

    /** Hands on what the version took over from what it replaced, and gives it the rest. */
    private void settle(int index) {
        Version version = versions.get(index);
        Map<Integer, List<Integer>> lines = open.remove(version.blob());
        if (lines == null) {
            return;
        }
        List<String> after = Tokens.lines(texts.apply(version.blob()));
        for (BlobId before : version.before()) {
            handOn(before, after, lines);
        }
        if (version.isIgnored() && !version.before().isEmpty()) {
            handOnByPlace(version.before().getFirst(), after, lines);
        }
        lines.values().forEach(newest -> newest.forEach(line -> origins[line] = index));
    }

    private void handOn(BlobId blob, List<String> after, Map<Integer, List<Integer>> lines) {
        List<String> before = Tokens.lines(texts.apply(blob));
        int at = 0;
        int afterAt = 0;
        List<Edit> edits = new ArrayList<>(Edits.between(before, after));
        edits.add(new Edit(before.size(), before.size(), after.size(), after.size()));
        for (Edit edit : edits) {
            for (int i = 0; i < edit.beforeStart() - at; i++) {
                List<Integer> newest = lines.remove(afterAt + i);
                if (newest != null) {
                    hand(blob, at + i, newest);
                }
            }
            at = edit.beforeEnd();
            afterAt = edit.afterEnd();
        }
    }

    /** Of a passage that was only reformatted, the first new line goes to the first old one, and so on. */
    private void handOnByPlace(BlobId blob, List<String> after, Map<Integer, List<Integer>> lines) {
        List<String> before = Tokens.lines(texts.apply(blob));
        for (Edit edit : Edits.between(before, after)) {
            for (int line = edit.afterStart(); line < edit.afterEnd(); line++) {
                int to = edit.beforeStart() + line - edit.afterStart();
                if (to < edit.beforeEnd() && lines.containsKey(line)) {
                    hand(blob, to, lines.remove(line));
                }
            }
        }
    }

    private List<Passage> passages(List<String> lines) {
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (int line = 1; line <= lines.size(); line++) {
            if (line == lines.size() || origins[line] != origins[start]) {
                passages.add(new Passage(origins[start], String.join("", lines.subList(start, line))));
                start = line;
            }
        }
        return passages;
    }
}
