package garden.page.layout;

/** How many entries stand on one page of each list, and in one answer of the API. */
public final class ListSizes {

    /** Notes and folders on the page of a folder or a tag. */
    public static final int FOLDER_PAGE = 100;

    /** Tags on the page of all tags. */
    public static final int TAGS_PAGE = 500;

    /** Hits of a search. */
    public static final int HITS = 20;

    /** Notes among the recent changes. */
    public static final int RECENT = 50;

    /** Problems. */
    public static final int PROBLEMS = 100;

    /** Notes on the page of all that link to a page. */
    public static final int BACKLINKS = 100;

    /** Linking notes at the end of a page, before it says where the others are. */
    static final int FIRST_BACKLINKS = 50;

    /** Notes that may have been meant, where there is none. */
    public static final int NEAREST = 5;

    /** Past versions of a note. */
    public static final int VERSIONS = 30;

    /** Commits. */
    public static final int COMMITS = 30;

    /** Updates. */
    public static final int UPDATES = 20;

    /** Pushes. */
    public static final int PUSHES = 50;

    /** Linking notes in one answer of the API. */
    public static final int API_BACKLINKS = 100;

    /** Past versions in one answer of the API. */
    public static final int API_VERSIONS = 100;

    /** The most hits of a search in one answer of the API. */
    public static final int API_HITS = 100;

    /** Entries of a feed. */
    public static final int FEED = 50;

    private ListSizes() {}
}
