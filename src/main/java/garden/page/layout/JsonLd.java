package garden.page.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.view.Html;
import garden.page.view.Layout;
import garden.page.view.Layout.Anchor;
import garden.page.view.Metadata;
import garden.text.JsonMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page in the words of schema.org, for search engines. */
public final class JsonLd {

    private JsonLd() {}

    /** The garden itself, and how to search it. */
    static Html site(Layout layout) {
        Site site = layout.site();
        Map<String, Object> search = thing("SearchAction");
        Map<String, Object> target = thing("EntryPoint");
        target.put("urlTemplate", site.origin() + layout.links().search() + "?q={search_term_string}");
        search.put("target", target);
        search.put("query-input", "required name=search_term_string");
        Map<String, Object> data = garden(site);
        putText(data, "description", site.description());
        data.put("inLanguage", site.language());
        data.put("potentialAction", search);
        return graph(List.of(data));
    }

    /** A note. */
    public static Html article(Layout layout, Metadata.Preview preview) {
        Map<String, Object> data = page("Article", layout);
        data.put("headline", layout.title());
        data.put("mainEntityOfPage", preview.url());
        data.put("image", preview.image().url());
        preview.published().ifPresent(date -> data.put("datePublished", Times.iso(date)));
        preview.modified().ifPresent(date -> data.put("dateModified", Times.iso(date)));
        if (!preview.tags().isEmpty()) {
            data.put("keywords", preview.tags());
        }
        return graph(List.of(data, breadcrumb(layout)));
    }

    /** A page that lists notes. */
    static Html collection(Layout layout) {
        Map<String, Object> data = page("CollectionPage", layout);
        data.put("name", layout.title());
        return graph(List.of(data, breadcrumb(layout)));
    }

    private static Map<String, Object> page(String type, Layout layout) {
        Map<String, Object> data = thing(type);
        layout.canonical().ifPresent(url -> data.put("url", url));
        putText(data, "description", layout.description());
        data.put("inLanguage", layout.site().language());
        data.put("isPartOf", garden(layout.site()));
        return data;
    }

    private static Map<String, Object> garden(Site site) {
        Map<String, Object> data = thing("WebSite");
        data.put("name", site.title());
        data.put("url", site.url(Address.Content.HOME));
        return data;
    }

    private static Map<String, Object> breadcrumb(Layout layout) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Anchor step : layout.breadcrumb()) {
            steps.add(step(
                    steps.size() + 1, step.text(), Optional.of(layout.site().origin() + step.href())));
        }
        steps.add(step(steps.size() + 1, layout.title(), layout.canonical()));
        Map<String, Object> data = thing("BreadcrumbList");
        data.put("itemListElement", steps);
        return data;
    }

    private static Map<String, Object> step(int position, String name, Optional<String> url) {
        Map<String, Object> data = thing("ListItem");
        data.put("position", position);
        data.put("name", name);
        url.ifPresent(address -> data.put("item", address));
        return data;
    }

    private static Map<String, Object> thing(String type) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", type);
        return data;
    }

    private static void putText(Map<String, Object> data, String name, String text) {
        if (!text.isEmpty()) {
            data.put(name, text);
        }
    }

    private static Html graph(List<Map<String, Object>> things) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@graph", things);
        try {
            return new Html(safe(JsonMapping.MAPPER.writeValueAsString(data)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In JSON these characters stand in strings only, so an escape changes nothing but what an HTML parser sees. */
    private static String safe(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
