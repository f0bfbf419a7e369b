package garden.page.view;

import garden.markdown.model.Feature;
import garden.page.address.Site;
import garden.page.asset.FeatureFiles;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands around the content of every page. Hrefs are complete: base path included, percent-encoded.
 *
 * @param site title, language and so on
 * @param title of the page, plain text
 * @param description for search engines and previews; may be empty
 * @param canonical whole address of the page; empty for pages that are no place, such as errors
 * @param breadcrumb the folders from the home page down to the page, the page itself left out; empty on the home page
 * @param isIndexed whether search engines may keep the page
 * @param live path below the base path that live updates watch; empty when the page never changes
 * @param isCommitted whether all that the garden shows is committed; which commit that is no page says, so that a push leaves those that it does not change as they are
 * @param links addresses that every page offers
 * @param head what machines are told about the page
 * @param banner what operators are told; empty for readers
 */
@RecordBuilder
public record Layout(
        Site site,
        String title,
        String description,
        Optional<String> canonical,
        List<Anchor> breadcrumb,
        boolean isIndexed,
        Optional<String> live,
        boolean isCommitted,
        LayoutLinks links,
        Metadata head,
        Optional<Banner> banner)
        implements LayoutBuilder.With {

    public Layout {
        breadcrumb = List.copyOf(breadcrumb);
    }

    /** A layout of which machines are told no more than its title. */
    public Layout(
            Site site,
            String title,
            String description,
            Optional<String> canonical,
            List<Anchor> breadcrumb,
            boolean isIndexed,
            Optional<String> live,
            boolean isCommitted,
            LayoutLinks links) {
        this(
                site,
                title,
                description,
                canonical,
                breadcrumb,
                isIndexed,
                live,
                isCommitted,
                links,
                Metadata.NONE,
                Optional.empty());
    }

    /** A link: where to and what it says. */
    public record Anchor(String href, String text) {}

    /**
     * Hrefs that every page offers.
     *
     * @param commits empty when the garden does not show its history
     * @param updates the recent changes, by what brought them
     * @param style the style sheet, named by its content
     * @param script the script, named by its content
     * @param theme the small script that sets light or dark before anything is drawn
     * @param icon the site's icon
     * @param search where the search form goes; the query is {@code q}
     * @param searchApi JSON for suggestions while typing; the query is {@code q}, {@code limit} the most hits
     * @param features what a page loads for each feature it has
     * @param liveStream server-sent events; the page's own {@link Layout#live} path is {@code at}
     * @param socialImage the picture that is shown for pages that have none of their own
     * @param visits the script of the recent changes
     */
    @RecordBuilder
    public record LayoutLinks(
            String home,
            String recent,
            String commits,
            String updates,
            String tags,
            String problems,
            String status,
            String style,
            String script,
            String theme,
            String icon,
            String search,
            String searchApi,
            Map<Feature, FeatureFiles> features,
            String liveStream,
            String socialImage,
            String visits)
            implements LayoutLayoutLinksBuilder.With {

        public LayoutLinks {
            features = Map.copyOf(features);
        }

        /** What a page with {@code feature} loads. */
        public FeatureFiles files(Feature feature) {
            return Objects.requireNonNull(features.get(feature));
        }

        /** These links for a garden that does not show its history. */
        public LayoutLinks withoutHistory() {
            return withCommits("");
        }

        /** These links for a garden that nobody can push to. */
        public LayoutLinks withoutUpdates() {
            return withUpdates("");
        }
    }
}
