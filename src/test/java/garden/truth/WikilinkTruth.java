package garden.truth;

import com.fasterxml.jackson.databind.JsonNode;
import garden.web.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks a running server where every wikilink of the facts leads: where Obsidian leads it, or to the owner of the alias. */
public final class WikilinkTruth {

    private WikilinkTruth() {}

    /** The files of the facts, of whose texts there are only the links, each begun by a line {@code --- path}. */
    public static String garden() {
        SortedSet<String> files = new TreeSet<>();
        SortedMap<String, StringBuilder> links = new TreeMap<>();
        SortedMap<String, String> aliases = new TreeMap<>();
        for (JsonNode page : Facts.read("urls.json")) {
            if (page.path("source").asText().endsWith(".md")) {
                files.add(page.path("source").asText());
            }
        }
        for (JsonNode link : Facts.read("wikilinks.json")) {
            String source = link.path("source").asText();
            files.add(source);
            links.computeIfAbsent(source, none -> new StringBuilder())
                    .append(link.path("raw").asText())
                    .append("\n\n");
            link.path("aliasOf")
                    .forEach(owner ->
                            aliases.put(owner.asText(), link.path("alias").asText()));
            if (link.has("file")) {
                files.add(link.path("file").asText());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String file : files) {
            text.append("--- ").append(file).append('\n');
            if (aliases.containsKey(file)) {
                text.append("---\nalias: ").append(aliases.get(file)).append("\n---\n");
            }
            text.append(links.getOrDefault(file, new StringBuilder()));
        }
        return text.toString();
    }

    /** Every link, asked for from the note that holds it; {@code server} shows {@link #garden}. */
    public static Verdict links(TestServer server) {
        SortedMap<String, String> wrong = new TreeMap<>();
        int asked = 0;
        for (JsonNode link : Facts.read("wikilinks.json")) {
            asked++;
            String raw = link.path("raw").asText();
            String expected =
                    link.path("file").asText(link.path("aliasOf").path(0).asText());
            String found = server.json(
                            "/-/api/resolve?from=" + encoded(link.path("source").asText()) + "&link=" + encoded(raw))
                    .path("leadsTo")
                    .asText("");
            if (!found.equals(expected)) {
                wrong.put(asked + " " + raw, Verdict.UNEXPLAINED + ": " + found + " for " + expected);
            }
        }
        return new Verdict("wikilinks", asked, asked - wrong.size(), wrong);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
