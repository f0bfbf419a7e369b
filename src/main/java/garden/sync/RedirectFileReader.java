package garden.sync;

import garden.markdown.YamlPairs;
import garden.note.NotePath;
import garden.note.Problem;
import garden.snapshot.AddressRules;
import garden.snapshot.AuthorRedirects;
import garden.snapshot.RedirectFile;
import garden.snapshot.RedirectParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the files in which a garden's author wrote redirects down. */
public final class RedirectFileReader {

    /** What lies beyond is not read. */
    public static final int MAX_BYTES = 1 << 20;

    private RedirectFileReader() {}

    /** The redirects with what the file {@code path} says; {@code path} must be one of {@link AuthorRedirects#isRedirectFile}. */
    public static AuthorRedirects plus(AuthorRedirects redirects, NotePath path, byte[] content, AddressRules rules) {
        String text = new String(content, StandardCharsets.UTF_8);
        return redirects.plus(
                path, path.equals(AuthorRedirects.NETLIFY) ? RedirectParser.netlify(text, rules) : gollum(text));
    }

    private static RedirectFile gollum(String text) {
        YamlPairs yaml = YamlPairs.read(text);
        List<Problem> problems = yaml.errors().stream()
                .map(error -> new Problem(
                        Problem.Kind.BAD_REDIRECT,
                        error.line(),
                        "redirect: expected " + error.key() + ", found " + error.value()))
                .toList();
        return RedirectParser.gollum(
                yaml.pairs().stream()
                        .map(pair -> new RedirectParser.Pair(pair.key(), pair.value(), pair.line()))
                        .toList(),
                problems);
    }
}
