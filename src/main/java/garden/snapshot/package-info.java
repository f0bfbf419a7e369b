/**
 * Everything that is known at one commit, and the one mutable cell that holds the current one.
 *
 * <p>Pure but for {@link garden.snapshot.LiveGarden}: no files, no clock. A private note is never in here, so no page, list,
 * search or feed can forget to hide it. Read {@link garden.snapshot.Garden}, {@link garden.snapshot.Snapshot} and
 * {@link garden.snapshot.LiveGarden} first.
 *
 * <p>What an address leads to is found by {@code Places}; redirects are of three kinds: {@code RenameRedirects} from former paths,
 * {@code SpellingRedirects} from other spellings and names, {@link garden.snapshot.AuthorRedirects} that the author wrote down.
 */
@NullMarked
package garden.snapshot;

import org.jspecify.annotations.NullMarked;
