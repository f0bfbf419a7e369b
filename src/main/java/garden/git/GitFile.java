package garden.git;

import garden.note.BlobId;
import garden.note.NotePath;

/** A regular file of the garden at one commit: where it is and what it holds. */
public record GitFile(NotePath path, BlobId blob) {}
