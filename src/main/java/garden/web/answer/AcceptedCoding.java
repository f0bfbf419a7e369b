package garden.web.answer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an {@code Accept-Encoding} header allows: RFC 9110, section 12.5.3. */
public final class AcceptedCoding {

    private AcceptedCoding() {}

    /** Whether gzip may be sent; not when the header is missing. What names gzip goes before what names all. */
    public static boolean isGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean isAny = false;
        for (String coding : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", -1);
            String name = parts[0].strip();
            if (name.equals("gzip") || name.equals("x-gzip")) {
                return isWanted(parts);
            }
            isAny |= name.equals("*") && isWanted(parts);
        }
        return isAny;
    }

    /** Whether the weight among the parameters, if there is one, is more than 0. */
    private static boolean isWanted(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                return !parameter.substring(2).strip().matches("0(\\.0{0,3})?");
            }
        }
        return true;
    }
}
