package garden.note;

/** How a page shows a line end inside a paragraph that is not marked as a break: CommonMark's soft line break, section 6.8. */
public enum SoftBreaks {
    /** As a space, as CommonMark's own examples do. */
    AS_SPACES,
    /** As a line break, as Obsidian does unless its <i>strict line breaks</i> are on. */
    AS_BREAKS
}
