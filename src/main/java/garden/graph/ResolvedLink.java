package garden.graph;

import garden.note.Link;

/** A link of a note and where it leads. */
public record ResolvedLink(Link.Local link, Resolution resolution) {}
