package garden.server;

import garden.git.history.VersionVisibility;
import garden.markdown.Markdown;
import garden.markdown.ReadableText;
import garden.note.NotePath;
import garden.snapshot.Visibility;
import garden.snapshot.VisibilityRules;

/** Past versions judged as the present one is: by the garden's rules, on what each version says about itself. */
public record ReaderVisibility(VisibilityRules visibility, Markdown markdown) implements VersionVisibility {

    @Override
    public boolean mayShow(NotePath path) {
        return visibility.of(path) != Visibility.PRIVATE;
    }

    @Override
    public boolean isShown(NotePath path, byte[] content) {
        return visibility.of(path, markdown.frontMatter(content)) != Visibility.PRIVATE;
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
