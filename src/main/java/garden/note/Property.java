package garden.note;

/**
 * A key of front matter that means nothing to the garden itself, and its value.
 *
 * @param name as written
 */
public record Property(String name, PropertyValue value) {}
