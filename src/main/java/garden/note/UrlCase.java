package garden.note;

/** What addresses do with the case of file names. */
public enum UrlCase {
    /** Kept, as Quartz 4 keeps it. */
    PRESERVE,
    /** Lowered, but for the extensions of attachments, as Quartz 5 does. */
    LOWER,
}
