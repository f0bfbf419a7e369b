package garden.web.answer;

import garden.note.BlobId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The small text that git has in the place of a file kept by Git LFS (its specification: git-lfs/docs/spec.md). A reader is told so
 * instead of getting a picture that does not load.
 */
public final class LfsPointer {

    /** The specification allows 1,024 bytes; what git-lfs writes is far shorter. */
    public static final int MAX_BYTES = 400;

    private static final String BEGIN = "version https://git-lfs.github.com/spec/v1\n";

    private LfsPointer() {}

    /** Whether a blob, which is at most {@link #MAX_BYTES} long, is a pointer. */
    public static boolean isOne(BlobSource blobs, BlobId blob) throws IOException {
        if (blobs.size(blob) < BEGIN.length()) {
            return false;
        }
        try (InputStream in = blobs.stream(blob, 0, BEGIN.length())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(BEGIN);
        }
    }

    /** What stands in for {@code file}: a picture that says so where a picture is wanted, else a text. */
    public static Answer.Body standIn(Answer.File file) {
        String words = "is kept in Git LFS and is not here";
        String name = file.path().fileName();
        if (!file.contentType().startsWith("image/")) {
            return body(404, ContentTypes.TEXT, name + " " + words + "\n");
        }
        String shortName = name.codePointCount(0, name.length()) > 40
                ? name.substring(0, name.offsetByCodePoints(0, 39)) + "…"
                : name;
        return body(200, ContentTypes.SVG, """
            <svg xmlns="http://www.w3.org/2000/svg" width="420" height="110" viewBox="0 0 420 110">
            <rect x="1" y="1" width="418" height="108" rx="8" fill="#f3f0e7" stroke="#8d877a" stroke-dasharray="6 4"/>
            <g font-family="sans-serif" font-size="15" text-anchor="middle" fill="#26231d">
            <text x="210" y="48" font-weight="bold">%s</text><text x="210" y="74">%s</text></g></svg>
            """.formatted(escaped(shortName), words));
    }

    private static Answer.Body body(int status, String contentType, String text) {
        return new Answer.Body(status, contentType, text.getBytes(StandardCharsets.UTF_8), Answer.Caching.BY_CONTENT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
