package garden.web;

import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/** What an {@code Accept-Encoding} header allows: RFC 9110, section 12.5.3. */
final class AcceptedCoding {

    private AcceptedCoding() {}

    /** Whether gzip may be sent; not when the header is missing. What names gzip goes before what names all. */
    static boolean isGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        return header.toLowerCase(Locale.ROOT).contains("gzip")
                ? HttpField.contains(header, "gzip") || HttpField.contains(header, "x-gzip")
                : HttpField.contains(header, "*");
    }
}
