package garden.git;

import garden.git.IgnoreRule.Spelled;
import garden.note.Folder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A list of patterns as in {@code .gitignore}, about the files in a folder. Immutable; equal when folder and lines are. */
final class IgnoreList {

    /** What stands before a message about a pattern of the configuration. */
    private static final String KEY = "content.ignore";

    private final Folder folder;
    private final List<String> lines;
    private final List<IgnoreRule> rules;
    private final boolean isRead;

    private IgnoreList(Folder folder, List<String> lines, List<IgnoreRule> rules, boolean isRead) {
        this.folder = folder;
        this.isRead = isRead;
        this.lines = List.copyOf(lines);
        this.rules = rules.stream().filter(rule -> !rule.isEmpty()).toList();
    }

    /** The configuration's list. */
    static IgnoreList ofConfiguration(List<String> patterns) {
        List<IgnoreRule> rules = new ArrayList<>();
        for (String pattern : patterns) {
            rules.add(IgnoreRule.ofConfiguration(pattern, rules.size() + 1));
        }
        return new IgnoreList(Folder.ROOT, patterns, rules, true);
    }

    /** The list in a file of {@code folder}. */
    static IgnoreList ofFile(Folder folder, String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<String> lines = unmarked.lines().toList();
        List<IgnoreRule> rules = new ArrayList<>();
        for (String line : lines) {
            rules.add(IgnoreRule.ofFile(line, rules.size() + 1));
        }
        return new IgnoreList(folder, lines, rules, true);
    }

    /** What stands for a list that cannot be read: it leaves out all of {@code folder}, since nobody knows what it is to hide. */
    static IgnoreList unreadable(Folder folder) {
        return new IgnoreList(folder, List.of(), List.of(IgnoreRule.ofFile("*", 1)), false);
    }

    /** Whether this leaves out the file at {@code path}, or a folder around it. The last pattern that fits decides. */
    boolean contains(String path) {
        if (rules.isEmpty() || !path.startsWith(folder.prefix())) {
            return false;
        }
        String below = path.substring(folder.prefix().length());
        for (int slash = below.indexOf('/'); slash >= 0; slash = below.indexOf('/', slash + 1)) {
            if (isClosed(Spelled.of(below.substring(0, slash)), true)) {
                return true;
            }
        }
        return isClosed(Spelled.of(below), false);
    }

    private boolean isClosed(Spelled path, boolean isFolder) {
        for (IgnoreRule rule : rules.reversed()) {
            Optional<Boolean> closes = rule.closes(path, isFolder);
            if (closes.isPresent()) {
                return closes.get();
            }
        }
        return false;
    }

    /** The patterns that fit none of {@code paths} and no folder around one; what is wrong with a list that cannot be read. */
    List<String> unused(String name, Collection<String> paths) {
        if (!isRead) {
            return List.of(name + ": expected text in UTF-8 or UTF-16 of at most 1 MiB, found something else;"
                    + " until then nothing in its folder is shown");
        }
        Set<Spelled> folders = new LinkedHashSet<>();
        Set<Spelled> files = new LinkedHashSet<>();
        for (String path : paths) {
            if (path.startsWith(folder.prefix())) {
                String below = path.substring(folder.prefix().length());
                files.add(Spelled.of(below));
                for (int slash = below.indexOf('/'); slash >= 0; slash = below.indexOf('/', slash + 1)) {
                    folders.add(Spelled.of(below.substring(0, slash)));
                }
            }
        }
        return rules.stream()
                .filter(rule -> files.stream()
                                .noneMatch(path -> rule.closes(path, false).isPresent())
                        && folders.stream()
                                .noneMatch(path -> rule.closes(path, true).isPresent()))
                .map(rule -> (name.isEmpty() ? KEY : name + ":" + rule.number()) + ": pattern \"" + rule.pattern()
                        + "\" fits no file; patterns are those of .gitignore")
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IgnoreList list
                && folder.equals(list.folder)
                && lines.equals(list.lines)
                && isRead == list.isRead;
    }

    @Override
    public int hashCode() {
        return Objects.hash(folder, lines, isRead);
    }

    @Override
    public String toString() {
        return folder + ":" + (isRead ? lines : "unreadable");
    }
}
