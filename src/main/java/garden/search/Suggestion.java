package garden.search;

import garden.note.NotePath;

/**
 * A note that may be meant by a name.
 *
 * @param name what was found to be like it, as written: the title, an alias or the file name
 */
public record Suggestion(NotePath path, String title, String name) {}
