package garden.concurrent;

import java.time.Instant;

/** What failed the last time and when, in words for the operator. */
public record Failure(Instant at, String message) {}
