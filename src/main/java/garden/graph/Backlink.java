package garden.graph;

import garden.note.Link;
import garden.note.Note;

/** A link that points here, and the note it is written in. */
public record Backlink(Note from, Link.Local link) {}
