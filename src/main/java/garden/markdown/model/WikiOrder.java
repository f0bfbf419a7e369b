package garden.markdown.model;

/** What stands before the bar in {@code [[a|b]]}. */
public enum WikiOrder {
    /** The name, as in Obsidian. */
    NAME_FIRST,
    /** The label, as in Gollum and GitHub's wikis. Embeds name first there too. */
    LABEL_FIRST,
}
