package garden.page.view;

import java.time.Instant;
import java.util.Optional;

/**
 * What operators are told above every page. Text is plain.
 *
 * @param what in words that a time follows: {@code Behind the upstream since}
 * @param nextTry empty when it is not known
 */
public record Banner(String what, Instant at, String reason, Optional<Instant> nextTry) {}
