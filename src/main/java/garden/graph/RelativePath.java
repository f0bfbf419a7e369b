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
}
