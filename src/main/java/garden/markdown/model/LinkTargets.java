package garden.markdown.model;

import garden.note.Link;
import garden.note.Tag;

/** Where the links of one note lead. Called on the rendering thread, in the order of the page, for each link shown. */
public interface LinkTargets {

    /** What {@code link} leads to; the link is equal to one of the rendered note's {@code links()}. */
    LinkTarget target(Link.Local link);

    /** The address of a tag's page, percent-encoded. */
    String href(Tag tag);
}
