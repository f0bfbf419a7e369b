package garden.markdown.reading;

import garden.markdown.frontmatter.FrontMatterReader;
import garden.markdown.text.Cut;
import garden.markdown.text.WordCount;
import garden.note.BlobId;
import garden.note.FrontMatter;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.note.Problem;
import garden.note.Slug;
import garden.note.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Puts a note together from its front matter and its body. */
public record NoteAssembly(NotePath path, BlobId blob, FrontMatterReader.Result front) {

    /** A note whose body was parsed. */
    public ParsedNote note(BodyContent body) {
        Set<Tag> tags = new LinkedHashSet<>(frontMatter().tags());
        tags.addAll(body.tags());
        Note note = new Note(
                path,
                blob,
                title(),
                frontMatter(),
                body.headings(),
                body.places(),
                body.blocks(),
                List.copyOf(tags),
                body.links(),
                Stream.concat(front.problems().stream(), body.problems().stream())
                        .toList(),
                summary(body.words().prose()),
                body.words().count());
        return new ParsedNote(note, body.words().text());
    }

    /** A note whose body is only text, for one more reason than its front matter gives. */
    public ParsedNote text(String text, Problem... more) {
        List<Problem> problems = new ArrayList<>(front.problems());
        problems.addAll(List.of(more));
        Note note = new Note(
                path,
                blob,
                title(),
                frontMatter(),
                List.of(),
                List.of(),
                List.of(),
                frontMatter().tags(),
                List.of(),
                problems,
                summary(""),
                WordCount.count(text));
        return new ParsedNote(note, text);
    }

    private FrontMatter frontMatter() {
        return front.frontMatter();
    }

    private String title() {
        return frontMatter()
                .title()
                .orElseGet(() -> isFolderIndex() ? path.folder().name() : path.name());
    }

    /** The note that introduces a folder is called as the folder is, unless it says otherwise. */
    private boolean isFolderIndex() {
        return Slug.of(path).equals(Slug.of(path.folder())) && !path.folder().isRoot();
    }

    private String summary(String prose) {
        return Cut.start(frontMatter().description().orElse(prose));
    }
}
