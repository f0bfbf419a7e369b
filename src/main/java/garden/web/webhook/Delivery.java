package garden.web.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A webhook as it came.
 *
 * @param headers all values of a header, by its name in any case
 * @param body raw, since it is what was signed; nobody changes the bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record Delivery(Function<String, List<String>> headers, byte[] body) {

    static Delivery of(HttpServletRequest request, byte[] body) {
        return new Delivery(name -> Collections.list(request.getHeaders(name)), body);
    }

    /** The value of a header; empty when it is missing, or given more than once. */
    Optional<String> header(String name) {
        List<String> values = name.isEmpty() ? List.of() : headers.apply(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    boolean has(String name) {
        return !headers.apply(name).isEmpty();
    }
}
