package garden.note;

import java.util.Collection;
import java.util.List;

/**
 * Which files are no part of the garden, by their paths alone: those that the configuration's list names, and those that a list in the
 * garden names, a file {@link #LIST_NAME}, which is about its folder. What one list leaves out no other brings back. Immutable; equal when
 * the lists are; printed as its lists.
 */
public interface IgnoredFiles {

    /** The name of a list in the garden. */
    String LIST_NAME = ".gardenignore";

    /** Whether the file at {@code path} is a list. */
    static boolean isList(NotePath path) {
        return path.fileName().equals(LIST_NAME);
    }

    /** Whether a list names the file, or a folder around it. */
    boolean contains(NotePath path);

    /** With what the list at {@code list} says, a pattern a line, instead of what it said before. */
    IgnoredFiles with(NotePath list, String text);

    /** With all of its folder left out, since what the list at {@code list} says cannot be read. */
    IgnoredFiles withUnreadable(NotePath list);

    /** Without the list at {@code list}. */
    IgnoredFiles without(NotePath list);

    /** With the configuration's list alone. */
    IgnoredFiles configured();

    /** The patterns that name none of {@code paths}, as lines for people: where it stands and what it says; and the lists that cannot be read. In
     * the order of lists. */
    List<String> unused(Collection<NotePath> paths);
}
