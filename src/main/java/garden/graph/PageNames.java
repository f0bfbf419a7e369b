package garden.graph;

import garden.note.NameKey;

/** When two names of files are one. */
public enum PageNames {
    /** When they differ in case and Unicode form only, as in Obsidian. */
    AS_WRITTEN,
    /** Also when one has {@code -} where the other has a space, as in Gollum and GitHub's wikis. */
    DASHED;

    NameKey key(String name) {
        return switch (this) {
            case AS_WRITTEN -> new NameKey(name);
            case DASHED -> new NameKey(name.replace(' ', '-'));
        };
    }
}
