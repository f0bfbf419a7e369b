package garden.web.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A page as it goes out, at one address: plain and packed, with every header but the commit's, which is that of the answer.
 *
 * @param tag of the content
 * @param kept headers that 304 repeats too: RFC 9110, section 15.4.5
 * @param plain the page
 * @param packed the page by gzip
 */
@SuppressWarnings("ArrayRecordComponent")
public record FinishedPage(String shown, String tag, List<Header> kept, byte[] plain, byte[] packed) implements Answer {

    /** What is held besides the bytes of the page, about. */
    private static final int OVERHEAD = 2_000;

    /** A header of an answer. */
    public record Header(String name, String value) {}

    /** What names an address in a tag: the path and the query as they came, that of none being {@code null}. */
    public static String asked(String path, @Nullable String query) {
        return path + "?" + query;
    }

    /** The page of an answer at an address, as {@link #asked}. */
    public static FinishedPage of(Answer.Body body, String asked, PageVersion version) {
        String tag = version.tag(body.shown(), asked, body.security());
        List<Header> kept = new ArrayList<>();
        body.security().putOn((name, value) -> kept.add(new Header(name, value)));
        kept.add(new Header("Vary", "Accept-Encoding"));
        kept.add(new Header("Cache-Control", body.caching().header()));
        kept.add(new Header("ETag", tag));
        return new FinishedPage(body.shown(), tag, List.copyOf(kept), body.bytes(), packed(body.bytes()));
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
