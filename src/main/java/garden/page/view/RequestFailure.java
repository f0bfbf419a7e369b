package garden.page.view;

import java.util.Optional;

/**
 * Why a request has no other answer, on a page or as JSON.
 *
 * @param status of HTTP
 * @param reason a sentence for readers
 * @param id finds the failure in the log; empty when there is nothing to find
 */
public record RequestFailure(int status, String reason, Optional<String> id) {}
