package garden.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import garden.note.Note;
import garden.page.address.Address;
import garden.page.address.Address.Fixed;
import garden.page.address.Site;
import garden.page.layout.Addresses;
import garden.snapshot.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The garden as a search engine of the reader's browser: OpenSearch 1.1, and suggestions while typing. */
public final class OpenSearch {

    /** Media type of {@link #description}. */
    public static final String TYPE = "application/opensearchdescription+xml";

    /** Media type of {@link #suggestions}. */
    public static final String SUGGESTIONS_TYPE = "application/x-suggestions+json";

    private static final int MAX_NAME = 16;
    private static final int MAX_SUGGESTIONS = 10;

    /** The browser puts the query here, encoded. */
    private static final String TERMS = "{searchTerms}";

    private OpenSearch() {}

    /** What a browser has to know to search the garden. */
    public static byte[] description(Site site) {
        String base = site.origin() + site.basePath();
        return FeedText.written(out -> {
            Xml xml = new Xml(out);
            xml.open("OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/");
            xml.element("ShortName", shortened(site.title()));
            xml.element("Description", "Search " + site.title());
            xml.element("InputEncoding", "UTF-8");
            xml.element("Image", site.url(Fixed.FAVICON), "width", "32", "height", "32", "type", "image/x-icon");
            url(xml, "text/html", "results", base + Address.SEARCH_PATH + "?q=" + TERMS);
            url(xml, SUGGESTIONS_TYPE, "suggestions", base + Address.SUGGEST_PATH + "?q=" + TERMS);
            url(xml, TYPE, "self", site.url(Fixed.OPEN_SEARCH));
            xml.end();
        });
    }

    private static void url(Xml xml, String type, String relation, String template) throws IOException {
        xml.empty("Url", "type", type, "rel", relation, "template", template);
    }

    private static String shortened(String title) {
        String clean = CleanText.clean(title);
        int length = clean.codePointCount(0, clean.length());
        return length <= MAX_NAME ? clean : clean.substring(0, clean.offsetByCodePoints(0, MAX_NAME));
    }

    /** Titles of notes that what was typed begins, with their summaries and whole addresses. */
    public static byte[] suggestions(Site site, Snapshot snapshot, String typed) {
        Addresses addresses = new Addresses(site, snapshot.garden());
        List<Note> notes = snapshot.search().suggest(typed, MAX_SUGGESTIONS).stream()
                .flatMap(suggestion -> snapshot.garden().note(suggestion.path()).stream())
                .toList();
        return FeedText.written(out -> write(typed, notes, addresses, out));
    }

    private static void write(String typed, List<Note> notes, Addresses addresses, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JsonText.on(out)) {
            json.writeStartArray();
            json.writeString(CleanText.clean(typed));
            JsonText.texts(json, notes.stream().map(addresses::title).toList());
            JsonText.texts(json, notes.stream().map(Note::summary).toList());
            JsonText.texts(
                    json,
                    notes.stream()
                            .map(note -> addresses.site().origin() + addresses.href(note))
                            .toList());
            json.writeEndArray();
        }
    }
}
