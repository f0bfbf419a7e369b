package garden.graph;

import garden.graph.Resolution.Resolved;
import garden.graph.Resolution.Rule;
import garden.note.Folder;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.NotePath;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a link and everything it could lead to have in common. A name is known by its last three parts, folded, without the suffix of
 * a note and with {@code -} for spaces, and a file by the last part of its path, by the last two, and by the last three. A way from a folder or
 * from the root is known by where it leads, whole, with a {@code /} before it.
 *
 * <p>When a file, alias, title, folder or tag comes or goes, only links with one of its keys can resolve differently. This
 * is what keeps an update as small as the change: a new {@code README.md} concerns those who ask for some {@code README}, and not those
 * who ask for the one in their folder.
 */
final class LinkKey {

    private static final int MAX_PARTS = 3;
    private static final Set<String> FOLDER_NOTES = Set.of("index", "readme");

    private LinkKey() {}

    /** The keys by which the links of the note at {@code from} are known, which were found to lead where {@code links} says. */
    static Set<NameKey> ofLinks(NotePath from, NoteLinks links, Collection<NotePath> formerly) {
        Set<NameKey> keys = new TreeSet<>();
        links.all().forEach(resolved -> addLink(keys, from, resolved, formerly));
        return keys;
    }

    /** Those of one link, which was found to lead where it says. */
    static Set<NameKey> ofLink(NotePath from, ResolvedLink resolved) {
        Set<NameKey> keys = new TreeSet<>();
        addLink(keys, from, resolved, List.of());
        return keys;
    }

    private static void addLink(
            Set<NameKey> keys, NotePath from, ResolvedLink resolved, Collection<NotePath> formerly) {
        Link.Local link = resolved.link();
        String target = link.target();
        if (target.startsWith("/")) {
            addWay(keys, Folder.ROOT, target);
        } else if (RelativePath.isRelative(target)) {
            addWay(keys, from.folder(), target);
            formerly.forEach(place -> addWay(keys, place.folder(), target));
        } else if (isInPlace(resolved)) {
            addWay(keys, from.folder(), target);
        } else if (!target.isEmpty()) {
            addName(keys, from, link);
        }
    }

    /** Whatever else has the name, the link leads here as long as this file is there. */
    private static boolean isInPlace(ResolvedLink resolved) {
        return resolved.resolution() instanceof Resolved to && to.rule() == Rule.IN_PLACE;
    }

    private static void addName(Set<NameKey> keys, NotePath from, Link.Local link) {
        String target = link.target();
        keys.add(end(folded(target), MAX_PARTS));
        if (!NotePath.isPath(target)) {
            addWay(keys, Folder.ROOT, target);
        }
        if (link instanceof Link.PathLink) {
            addWay(keys, from.folder(), target);
        }
    }

    private static void addWay(Set<NameKey> keys, Folder folder, String target) {
        RelativePath.resolve(folder, target).ifPresent(path -> keys.add(at(path)));
    }

    private static NameKey at(String path) {
        return new NameKey("/" + folded(path));
    }

    /** The keys under which links may mean this file by its path. */
    static Set<NameKey> ofFile(NotePath path) {
        Set<NameKey> keys = ofPath(path.value());
        if (FOLDER_NOTES.contains(folded(path.fileName()))) {
            keys.add(at(path.folder().value()));
        }
        return keys;
    }

    /** The keys under which links may mean this note, by path, alias or title. */
    static Set<NameKey> ofNote(Note note) {
        Set<NameKey> keys = ofFile(note.path());
        note.frontMatter().aliases().forEach(alias -> keys.add(end(folded(alias), MAX_PARTS)));
        keys.add(end(folded(note.title()), MAX_PARTS));
        return keys;
    }

    /** The keys under which links may mean the page of a folder, or of a tag, by its path. */
    static Set<NameKey> ofPath(String path) {
        Set<NameKey> keys = new TreeSet<>();
        String folded = folded(path);
        for (int parts = 1; parts <= MAX_PARTS; parts++) {
            keys.add(end(folded, parts));
        }
        keys.add(at(path));
        return keys;
    }

    private static NameKey end(String folded, int parts) {
        int start = folded.length();
        for (int i = 0; i < parts && start >= 0; i++) {
            start = folded.lastIndexOf('/', start - 1);
        }
        return new NameKey(folded.substring(start + 1));
    }

    private static String folded(String name) {
        String folded = PageNames.DASHED.key(name).value();
        while (folded.endsWith("/")) {
            folded = folded.substring(0, folded.length() - 1);
        }
        String suffix = NotePath.noteSuffix(folded);
        while (!suffix.isEmpty()) {
            folded = folded.substring(0, folded.length() - suffix.length());
            suffix = NotePath.noteSuffix(folded);
        }
        return folded;
    }
}
