package garden.note;

/**
 * A note together with its words, for the index; not kept in memory.
 *
 * @param text plain text of the body, a line for each block; without markup, front matter, code fences' marks or comments
 */
public record ParsedNote(Note note, String text) {}
