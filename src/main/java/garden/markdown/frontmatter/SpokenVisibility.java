package garden.markdown.frontmatter;

import garden.note.FrontMatter;
import java.util.Optional;

/**
 * What front matter says of who may see the note.
 *
 * @param isDraft whether nobody may
 * @param publish whether it says that everybody may; empty when it says nothing about it
 * @param isUnlisted whether only those may who have the address
 */
public record SpokenVisibility(boolean isDraft, Optional<Boolean> publish, boolean isUnlisted) {

    static final SpokenVisibility NOTHING = new SpokenVisibility(false, Optional.empty(), false);
    static final SpokenVisibility HIDDEN = new SpokenVisibility(true, Optional.empty(), false);
    static final SpokenVisibility UNLISTED = new SpokenVisibility(false, Optional.empty(), true);

    static SpokenVisibility published(boolean isPublished) {
        return new SpokenVisibility(false, Optional.of(isPublished), false);
    }

    /** What {@code frontMatter} was read to say. */
    public static SpokenVisibility of(FrontMatter frontMatter) {
        return new SpokenVisibility(frontMatter.isDraft(), frontMatter.publish(), frontMatter.isUnlisted());
    }

    /** Whether fewer may see the note than if nothing were said. */
    boolean isRestriction() {
        return isDraft || isUnlisted || !publish.orElse(true);
    }

    /** Both: where they differ, what shows the note to fewer. */
    SpokenVisibility and(SpokenVisibility other) {
        Optional<Boolean> both = publish.isPresent() && other.publish.isPresent()
                ? Optional.of(publish.get() && other.publish.get())
                : publish.or(other::publish);
        return new SpokenVisibility(isDraft || other.isDraft, both, isUnlisted || other.isUnlisted);
    }

    /** {@code frontMatter}, and hidden where this says so; what this shows stays as it was. */
    public FrontMatter narrow(FrontMatter frontMatter) {
        return frontMatter.with(narrowed -> narrowed.isDraft(frontMatter.isDraft() || isDraft)
                .publish(publish.filter(isPublished -> !isPublished).or(frontMatter::publish))
                .isUnlisted(frontMatter.isUnlisted() || isUnlisted));
    }
}
