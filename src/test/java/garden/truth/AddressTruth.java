package garden.truth;

import com.fasterxml.jackson.databind.JsonNode;
import garden.web.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks a running server for every address and anchor of the facts. */
public final class AddressTruth {

    private static final String CODE = "code of Quartz's own pages, which nothing refers to any more: 410 says so";
    private static final String THEME = "no note links to it: content.attachments is linked; with all it answers";

    /** Why some addresses do not answer as they did. */
    private static final Map<String, String> EXPLAINED = Map.ofEntries(
            Map.entry("/404", "what is missing has a page of its own, with status 404"),
            Map.entry("/index.css", CODE),
            Map.entry("/prescript.js", CODE),
            Map.entry("/postscript.js", CODE),
            Map.entry("/static/.htaccess", "a setting of the old web server, not meant to be read"),
            Map.entry(
                    "/nodes/Standard_ND96isr_MI300X_v5",
                    "an alias of two notes; Quartz silently gave it to the last, here status 300 names both"));

    private final TestServer server;

    private AddressTruth(TestServer server) {
        this.server = server;
    }

    /** Every address of {@code list}, percent-encoded and as plain as a request can have it. */
    public static Verdict addresses(TestServer server, String list) {
        AddressTruth truth = new AddressTruth(server);
        SortedMap<String, String> wrong = new TreeMap<>();
        int asked = 0;
        for (JsonNode entry : Facts.read(list)) {
            asked++;
            if (!truth.isAnswered(entry)) {
                wrong.put(entry.path("path").asText(), reason(entry.path("path").asText()));
            }
        }
        return new Verdict(list, asked, asked - wrong.size(), wrong);
    }

    private static String reason(String path) {
        return path.contains("glass-tile") ? THEME : EXPLAINED.getOrDefault(path, Verdict.UNEXPLAINED);
    }

    /** 200, or one 301 to a 200. */
    private boolean isAnswered(JsonNode entry) {
        HttpResponse<String> answer = server.get(entry.path("url").asText());
        int plain = server.rawStatus(entry.path("path").asText().replace(" ", "%20"));
        boolean isThere = answer.statusCode() == 200
                || (answer.statusCode() == 301
                        && server.getAtRoot(answer.headers()
                                                .firstValue("Location")
                                                .orElseThrow())
                                        .statusCode()
                                == 200);
        return isThere && plain == answer.statusCode();
    }

    /** Every anchor of every page. */
    public static Verdict anchors(TestServer server) {
        SortedMap<String, String> wrong = new TreeMap<>();
        int asked = 0;
        for (Map.Entry<String, JsonNode> page : Facts.read("anchors.json").properties()) {
            HttpResponse<String> moved = server.get(page.getKey());
            String at = moved.headers().firstValue("Location").orElse(page.getKey());
            var html = server.page(at);
            for (JsonNode heading : page.getValue()) {
                asked++;
                String id = heading.path("id").asText();
                if (html.getElementById(id) == null) {
                    wrong.put(page.getKey() + "#" + id, Verdict.UNEXPLAINED);
                }
            }
        }
        return new Verdict("anchors.json", asked, asked - wrong.size(), wrong);
    }
}
