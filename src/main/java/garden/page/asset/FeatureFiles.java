package garden.page.asset;

import garden.markdown.model.Feature;
import garden.page.address.Site;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a page loads for a {@link Feature}. Hrefs are complete.
 *
 * @param name for {@code data-feature}, by which a page knows what it has loaded
 * @param fonts those that most of its pictures need
 * @param styles style sheets, in order
 * @param scripts in the order in which they must run
 */
public record FeatureFiles(String name, List<String> fonts, List<String> styles, List<String> scripts) {

    public FeatureFiles {
        fonts = List.copyOf(fonts);
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }

    /** Those of every feature, on {@code site}. */
    public static Map<Feature, FeatureFiles> all(Site site, Assets assets) {
        Map<Feature, FeatureFiles> all = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            all.put(
                    feature,
                    new FeatureFiles(
                            feature.name().toLowerCase(Locale.ROOT),
                            hrefs(fonts(feature), site, assets),
                            hrefs(styles(feature), site, assets),
                            hrefs(scripts(feature), site, assets)));
        }
        return Map.copyOf(all);
    }

    private static List<String> hrefs(List<String> files, Site site, Assets assets) {
        return files.stream().map(file -> site.href(assets.address(file))).toList();
    }

    private static List<String> fonts(Feature feature) {
        return feature == Feature.MATH ? List.of("KaTeX_Main-Regular.woff2", "KaTeX_Math-Italic.woff2") : List.of();
    }

    private static List<String> styles(Feature feature) {
        return feature == Feature.MATH ? List.of("katex.css") : List.of();
    }

    /** Whether words move when it is drawn, so that nothing is painted before. */
    public boolean isDrawnFirst() {
        return !fonts.isEmpty();
    }

    private static List<String> scripts(Feature feature) {
        return switch (feature) {
            case MATH -> List.of("katex.js", "math.js");
            case DIAGRAM -> List.of("mermaid.js", "diagram.js");
            case COLOR -> List.of("highlight.js");
            case CODE -> List.of("code.js");
        };
    }
}
