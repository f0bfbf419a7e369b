package garden.snapshot;

import java.util.Optional;

/**
 * One rule of a redirect file.
 *
 * @param from the address it is for, decoded, without leading {@code /} and {@code /} at the end; {@code :name} stands for a
 *     part, {@code *} at the end for all the rest
 * @param isForced whether it holds even where a file lives
 * @param line of the file, from 1
 */
record RedirectRule(String from, To to, boolean isForced, int line) {

    /** Where it leads. */
    sealed interface To {

        /**
         * Another address of this garden, decoded, without leading {@code /}; may hold {@code :name} and {@code :splat}.
         *
         * @param suffix query and fragment, encoded; may be empty
         */
        record Internal(String path, String suffix, int status) implements To {}

        /** A whole URL on a listed host; {@code :name} and {@code :splat} only in its path. */
        record External(String url, int status) implements To {}

        /** Nowhere: 404 or 410. */
        record Closed(int status) implements To {}
    }

    boolean isPattern() {
        return from.endsWith("*") || ("/" + from).contains("/:");
    }

    /** The rule for this very address, its placeholders filled; empty when it is for others, or the result is no address. */
    Optional<To> match(String spelling) {
        if (!isPattern()) {
            return Optional.of(to);
        }
        return RedirectPlaceholders.match(from, spelling).flatMap(captured -> switch (to) {
            case To.Internal(String path, String suffix, int status) ->
                captured.fillPath(path).map(filled -> new To.Internal(filled, suffix, status));
            case To.External(String url, int status) -> Optional.of(new To.External(captured.fillUrl(url), status));
            case To.Closed closed -> Optional.of(closed);
        });
    }
}
