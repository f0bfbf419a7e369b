package garden.snapshot;

import garden.note.Note;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The addresses that a note's other names are, or were, published at. */
final class AliasAddresses {

    private AliasAddresses() {}

    /**
     * Each alias from the root, as Quartz 5 has it, and from the note's folder, as Quartz 4 has it, and the permalink; not
     * slugged.
     */
    static Set<String> of(Note note) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String alias : note.frontMatter().aliases()) {
            followed(alias).ifPresent(spellings::add);
            followed(note.path().folder().prefix() + alias).ifPresent(spellings::add);
        }
        note.frontMatter().permalink().flatMap(AliasAddresses::followed).ifPresent(spellings::add);
        return spellings;
    }

    /** A path without empty parts, {@code .} and {@code ..}; empty when nothing is left or it leaves the garden. */
    private static Optional<String> followed(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && parts.pollLast() == null) {
                return Optional.empty();
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts)).filter(whole -> !whole.isEmpty());
    }
}
