/**
 * Answers by subject: feeds, history, state, old addresses.
 *
 * <p>Never sends an answer. Read {@link garden.web.content.FeedAnswers} and {@link garden.web.content.HistoryAnswers} first.
 */
@NullMarked
package garden.web.content;

import org.jspecify.annotations.NullMarked;
