package garden.server;

import garden.git.history.VersionVisibility;
import garden.markdown.ReadableText;
import garden.note.BlobId;
import garden.note.NotePath;
import garden.snapshot.Visibility;
import garden.snapshot.VisibilityRules;
import garden.sync.ParsedNotes;

/** Past versions judged as the present one is: by the garden's rules, on what each version says about itself. */
public record ReaderVisibility(VisibilityRules visibility, ParsedNotes notes) implements VersionVisibility {

    @Override
    public boolean mayShow(NotePath path) {
        return visibility.of(path) != Visibility.PRIVATE;
    }

    @Override
    public boolean isShown(NotePath path, BlobId blob, byte[] content) {
        return visibility.of(path, notes.frontMatter(blob, content)) != Visibility.PRIVATE;
    }

    @Override
    public boolean isSame(byte[] before, byte[] after) {
        return ReadableText.isSame(before, after);
    }

    @Override
    public String rules() {
        return visibility.toString();
    }
}
