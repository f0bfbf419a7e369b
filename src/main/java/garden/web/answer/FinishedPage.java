package garden.web.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A page as it goes out, at one address: plain and packed, with all that its headers say but the commit, which is that of the answer.
 *
 * @param tag of the content
 * @param plain the page
 * @param packed the page by gzip
 */
@SuppressWarnings("ArrayRecordComponent")
public record FinishedPage(String shown, String tag, SecurityHeaders security, byte[] plain, byte[] packed)
        implements Answer {

    /** What is held besides the bytes of the page, about. */
    private static final int OVERHEAD = 2_000;

    /** What names an address in a tag: the path and the query as they came, that of none being {@code null}. */
    public static String asked(String path, @Nullable String query) {
        return path + "?" + query;
    }

    /** The page of an answer at an address, as {@link #asked}. */
    public static FinishedPage of(Answer.Body body, String asked, PageVersion version) {
        String tag = version.tag(body.shown(), asked, body.security());
        return new FinishedPage(body.shown(), tag, body.security(), body.bytes(), packed(body.bytes()));
    }

    /**
     * Tells {@code header} what every answer with a page of this kind says, 304 too: RFC 9110, section 15.4.5. The tag is each page's own.
     */
    public static void putOn(SecurityHeaders security, BiConsumer<String, String> header) {
        security.putOn(header);
        header.accept("Vary", "Accept-Encoding");
        header.accept("Cache-Control", Caching.BY_CONTENT.header());
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Whether an {@code If-None-Match} header says that the reader has the page. */
    public boolean isKnown(@Nullable String noneMatch) {
        return noneMatch != null && (PageVersion.isAny(noneMatch) || PageVersion.matches(noneMatch, tag));
    }

    /** Bytes of memory that it takes, about. */
    public int weight() {
        return plain.length + packed.length + OVERHEAD;
    }
}
