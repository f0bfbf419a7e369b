package garden.graph;

import garden.note.Folder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Follows {@code .} and {@code ..} in a path, as a browser does. */
final class RelativePath {

    private RelativePath() {}

    /** Whether the path says that it starts at the note's own folder. */
    static boolean isRelative(String path) {
        return path.equals(".") || path.equals("..") || path.startsWith("./") || path.startsWith("../");
    }

    /** Whether the path's last part is the name of something, and not a step. */
    static boolean endsWithName(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return !last.isEmpty() && !last.equals(".") && !last.equals("..");
    }

    /** The path from the garden's root, empty for the root itself, without a trailing slash; absent when it leaves the garden. */
    static Optional<String> resolve(Folder from, String path) {
        Deque<String> parts = new ArrayDeque<>();
        String whole = path.startsWith("/") ? path : from.prefix() + path;
        for (String part : whole.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** The way from a folder to a file at {@code path}: {@code ../trees/elm.md}. */
    static String between(Folder from, String path) {
        String prefix = from.prefix();
        StringBuilder steps = new StringBuilder();
        while (!path.startsWith(prefix)) {
            steps.append("../");
            prefix = prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
        }
        return steps + path.substring(prefix.length());
    }
}
