package garden.command;

import garden.markdown.LinkRewriting;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.snapshot.Garden;
import garden.sync.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The edits that make the links of a garden direct which go by an old name.
 *
 * @param texts of the notes that change, by path
 * @param links how many links become direct
 * @param left those that cannot be rewritten, each {@code path:line: link}
 */
record LinkFix(SortedMap<NotePath, byte[]> texts, int links, List<String> left) {

    LinkFix {
        texts = new TreeMap<>(texts);
        left = List.copyOf(left);
    }

    /** What a commit of the edits says. */
    String message() {
        return "Write links by the names their notes have now\n\n" + summary() + ".\n";
    }

    /** Form: {@code 3 links in 2 notes}. */
    String summary() {
        return links
                + (links == 1 ? " link in " : " links in ")
                + texts.size()
                + (texts.size() == 1 ? " note" : " notes");
    }

    /** All that can be done in {@code garden}, which was made from {@code sources}. */
    static LinkFix of(Garden garden, Sources sources) throws IOException {
        SortedMap<NotePath, byte[]> texts = new TreeMap<>();
        List<String> left = new ArrayList<>();
        int links = 0;
        for (Note note : garden.graph().notes().values()) {
            Map<Link.Local, String> targets = garden.graph().directTargets(note.path());
            if (!targets.isEmpty()) {
                byte[] content = sources.repository().bytes(note.blob(), sources.maxNoteBytes() + 1);
                LinkRewriting.Rewritten rewritten = rewritten(note, content, targets, sources);
                rewritten
                        .left()
                        .forEach(
                                link -> left.add(note.path() + ":" + link.span().line() + ": " + link.target()));
                links += targets.size() - rewritten.left().size();
                if (rewritten.left().size() < targets.size()) {
                    texts.put(note.path(), rewritten.text().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return new LinkFix(texts, links, left);
    }

    /** What is too long was not read whole, and bytes that are not UTF-8 would not survive: such a note is left alone. */
    private static LinkRewriting.Rewritten rewritten(
            Note note, byte[] content, Map<Link.Local, String> targets, Sources sources) {
        String text = new String(content, StandardCharsets.UTF_8);
        boolean isWhole = content.length <= sources.maxNoteBytes();
        boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content);
        return isWhole && isText
                ? new LinkRewriting(sources.markdown(), note.path()).rewrite(text, targets)
                : new LinkRewriting.Rewritten(text, List.copyOf(targets.keySet()));
    }
}
