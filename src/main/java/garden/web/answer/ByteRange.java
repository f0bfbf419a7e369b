package garden.web.answer;

import java.util.Optional;

/**
 * A part of a file, as a browser asks for it. See RFC 9110, section 14.
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive
 */
public record ByteRange(long first, long last) {

    private static final String UNIT = "bytes=";

    /** What a {@code Range} header means for a file of a certain size. */
    public sealed interface Request {

        /** The whole file: there is no header, or one that need not be honoured, such as several ranges. */
        record Whole() implements Request {}

        /** One part of the file. */
        record Part(ByteRange range) implements Request {}

        /** A part that the file does not have. */
        record Unsatisfiable() implements Request {}
    }

    /** In bytes. */
    public long length() {
        return last - first + 1;
    }

    /** Reads the header; any form that is not exactly one range of bytes asks for the whole. */
    public static Request parse(Optional<String> header, long size) {
        String spec = header.filter(text -> text.startsWith(UNIT))
                .map(text -> text.substring(UNIT.length()).strip())
                .orElse("");
        int dash = spec.indexOf('-');
        if (dash < 0 || spec.indexOf(',') >= 0) {
            return new Request.Whole();
        }
        Optional<Long> from = number(spec.substring(0, dash));
        Optional<Long> to = number(spec.substring(dash + 1));
        boolean isFromGiven = dash > 0;
        boolean isToGiven = dash < spec.length() - 1;
        boolean isBroken =
                (isFromGiven && from.isEmpty()) || (isToGiven && to.isEmpty()) || (!isFromGiven && !isToGiven);
        if (isBroken || (from.isPresent() && to.isPresent() && to.get() < from.get())) {
            return new Request.Whole();
        }
        return isFromGiven ? from(from.orElseThrow(), to.orElse(size - 1), size) : suffix(to.orElseThrow(), size);
    }

    private static Request from(long first, long last, long size) {
        return first >= size
                ? new Request.Unsatisfiable()
                : new Request.Part(new ByteRange(first, Math.min(last, size - 1)));
    }

    private static Request suffix(long length, long size) {
        return length == 0 || size == 0
                ? new Request.Unsatisfiable()
                : new Request.Part(new ByteRange(Math.max(0, size - length), size - 1));
    }

    private static Optional<Long> number(String digits) {
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
