package garden.page.layout;

import garden.page.view.Banner;
import garden.snapshot.Audience;
import java.util.Optional;

/**
 * For whom a page is made.
 *
 * @param banner what operators are told above every page; empty for readers
 */
public record Viewer(Audience audience, Optional<Banner> banner) {

    /** Any reader. */
    public static final Viewer READER = new Viewer(Audience.READERS, Optional.empty());

    /** One who may push. */
    public static Viewer operator(Optional<Banner> banner) {
        return new Viewer(Audience.OPERATORS, banner);
    }

    /** Whether what notes hide from their pages is shown too. */
    public boolean isOperator() {
        return audience == Audience.OPERATORS;
    }
}
