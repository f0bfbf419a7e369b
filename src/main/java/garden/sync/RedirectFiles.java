package garden.sync;

import garden.markdown.YamlPairs;
import garden.note.NotePath;
import garden.note.Problem;
import garden.snapshot.AddressRules;
import garden.snapshot.RedirectFile;
import garden.snapshot.RedirectReader;
import garden.snapshot.Redirects;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the files in which a garden's author wrote redirects down. */
public final class RedirectFiles {

    /** What lies beyond is not read. */
    public static final int MAX_BYTES = 1 << 20;

    private RedirectFiles() {}

    /** The redirects with what the file {@code path} says; {@code path} must be one of {@link Redirects#isRedirectFile}. */
    public static Redirects plus(Redirects redirects, NotePath path, byte[] content, AddressRules rules) {
        String text = new String(content, StandardCharsets.UTF_8);
        return redirects.plus(
                path, path.equals(Redirects.NETLIFY) ? RedirectReader.netlify(text, rules) : gollum(text));
    }

    private static RedirectFile gollum(String text) {
        YamlPairs yaml = YamlPairs.read(text);
        List<Problem> problems = yaml.errors().stream()
                .map(error -> new Problem(
                        Problem.Kind.BAD_REDIRECT,
                        error.line(),
                        "redirect: expected " + error.key() + ", found " + error.value()))
                .toList();
        return RedirectReader.gollum(
                yaml.pairs().stream()
                        .map(pair -> new RedirectReader.Pair(pair.key(), pair.value(), pair.line()))
                        .toList(),
                problems);
    }
}
