package garden.snapshot;

import garden.graph.LocatedProblem;
import garden.note.NotePath;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The redirects that a garden's author wrote down, at one commit. Immutable.
 *
 * @param files by path, in which order they are asked
 * @param forced what of them holds even where a file lives
 */
public record AuthorRedirects(SortedMap<NotePath, RedirectFile> files, SortedMap<NotePath, RedirectFile> forced) {

    /** Rules as Netlify has them. */
    public static final NotePath NETLIFY = new NotePath("_redirects");

    /** Old and new paths of pages, as Gollum writes them down. */
    public static final NotePath GOLLUM = new NotePath(".redirects.gollum");

    /** No redirects. */
    public static final AuthorRedirects NONE = new AuthorRedirects(new TreeMap<>(), new TreeMap<>());

    public AuthorRedirects {
        files = new TreeMap<>(files);
        forced = new TreeMap<>(forced);
    }

    /** Whether a file of the garden is neither note nor attachment but holds redirects. */
    public static boolean isRedirectFile(NotePath path) {
        return path.equals(NETLIFY) || path.equals(GOLLUM);
    }

    /** These redirects with what {@code path} says now. */
    public AuthorRedirects plus(NotePath path, RedirectFile file) {
        SortedMap<NotePath, RedirectFile> more = new TreeMap<>(files);
        SortedMap<NotePath, RedirectFile> moreForced = new TreeMap<>(forced);
        more.put(path, file);
        moreForced.put(path, file.forced());
        return new AuthorRedirects(more, moreForced);
    }

    /** These redirects without what {@code path} said. */
    public AuthorRedirects minus(NotePath path) {
        SortedMap<NotePath, RedirectFile> fewer = new TreeMap<>(files);
        SortedMap<NotePath, RedirectFile> fewerForced = new TreeMap<>(forced);
        fewer.remove(path);
        fewerForced.remove(path);
        return new AuthorRedirects(fewer, fewerForced);
    }

    /** Where the first rule for {@code spelling} leads. */
    Optional<RedirectRule.To> find(String spelling) {
        return find(files, spelling);
    }

    /** Whether a forced rule is for {@code spelling}. It holds there unless it leads nowhere. */
    public boolean isForced(String spelling) {
        return findForced(spelling).isPresent();
    }

    /** Where the first forced rule for {@code spelling} leads. */
    Optional<RedirectRule.To> findForced(String spelling) {
        return find(forced, spelling);
    }

    private static Optional<RedirectRule.To> find(SortedMap<NotePath, RedirectFile> files, String spelling) {
        return files.values().stream()
                .flatMap(file -> file.find(spelling).stream())
                .findFirst();
    }

    /** By path and line. */
    List<LocatedProblem> problems() {
        return files.entrySet().stream()
                .flatMap(entry -> entry.getValue().problems().stream()
                        .map(problem -> new LocatedProblem(entry.getKey(), problem)))
                .toList();
    }
}
