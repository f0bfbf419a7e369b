package garden.note;

/**
 * A link to a file of the garden that stands in front matter.
 *
 * @param property the key it is a value of, as written
 */
public record PropertyLink(String property, Link.Local link) {}
