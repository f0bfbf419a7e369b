package garden.note;

import java.util.List;
import java.util.Optional;

/** What notes were up to one commit, as far as readers may see; does not change. Thread-safe. */
public interface CommitHistory {

    /** Number of versions of a note, under all its names. */
    int versionCount(NotePath path);

    /** Number of those that count as changes. */
    int changeCount(NotePath path);

    /** Versions from the newest; {@code offset} of them left out. */
    List<Version> versions(NotePath path, int offset, int limit);

    /** What a commit made of a note. */
    Optional<Version> version(NotePath path, CommitId commit);

    /** Earlier names of a note, from the latest. */
    List<NotePath> formerPaths(NotePath path);

    /** Who wrote the latest {@code max} versions, the most diligent first. */
    List<Contributor> authors(NotePath path, int max);

    /** Commits that touched notes, from the newest; {@code offset} of them left out. */
    List<Touch> touches(int offset, int limit);

    /** One of these commits; empty for one that touched no notes that readers could see. */
    Optional<Touch> touch(CommitId commit);

    /** Number of commits that touched notes. */
    int touchCount();
}
