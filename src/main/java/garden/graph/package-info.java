/**
 * Resolves the links of a garden and knows them in both directions: what a note links to, what links to it, which names
 * lead nowhere.
 *
 * <p>Pure: no files, no clock, no threads. Never sees a private note: what is not handed in does not exist here.
 * Read {@link garden.graph.LinkGraph}, {@link garden.graph.Resolution} and {@link garden.graph.Target} first.
 */
@NullMarked
package garden.graph;

import org.jspecify.annotations.NullMarked;
