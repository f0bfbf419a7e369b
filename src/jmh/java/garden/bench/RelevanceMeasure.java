package garden.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import garden.graph.LinkGraph;
import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How often search finds what is known to be there: {@link KnownItems}, first, among the first five, and by the mean of one through the rank. */
final class RelevanceMeasure implements Measure {

    private static final int PER_KIND = 300;
    private static final int HITS = 10;
    private static final int FEW = 5;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "relevance";
    }

    @Override
    public void run(Ground ground, int notes, Table table) throws Exception {
        run(ground, ground.repository(notes), table);
    }

    /** The same for a garden that somebody wrote: a repository. */
    void run(Ground ground, Path repository, Table table) throws Exception {
        Path files = ground.fresh("relevance");
        Commands.run(List.of("git", "clone", "-q", repository.toString(), files.toString()));
        List<KnownItems.Item> items = items(files, ground.seed());
        int notes = notes(files).size();
        try (GardenProcess garden = GardenProcess.start(ground, repository, ground.fresh("data"))) {
            Map<KnownItems.Kind, List<Integer>> ranks = new EnumMap<>(KnownItems.Kind.class);
            for (KnownItems.Item item : items) {
                ranks.computeIfAbsent(item.kind(), none -> new ArrayList<>())
                        .add(rank(item, garden.base().toString()));
            }
            ranks.forEach((kind, of) -> table.row(
                    "found by " + kind.name().toLowerCase(Locale.ROOT) + " in " + repository.getFileName() + ", "
                            + of.size() + " queries",
                    notes,
                    Table.text("first %.3f, of five %.3f, MRR %.3f", share(of, 1), share(of, FEW), meanReciprocal(of)),
                    ""));
        }
    }

    private static List<KnownItems.Item> items(Path files, long seed) throws IOException {
        List<ParsedNote> parsed = new ArrayList<>();
        try (Markdown markdown = new Markdown(MarkdownLimits.DEFAULT)) {
            for (Path file : notes(files)) {
                NotePath path = new NotePath(files.relativize(file).toString());
                parsed.add(markdown.parse(path, new BlobId("0".repeat(40)), Files.readAllBytes(file)));
            }
        }
        LinkGraph graph = LinkGraph.of(parsed.stream().map(ParsedNote::note).toList(), List.of());
        return KnownItems.of(parsed, graph, PER_KIND, seed);
    }

    private static List<Path> notes(Path files) throws IOException {
        try (Stream<Path> all = Files.walk(files)) {
            return all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    /** From 1; 0 when none of the right notes is among the hits. */
    private int rank(KnownItems.Item item, String base) throws IOException, InterruptedException {
        String query = URLEncoder.encode(item.query(), StandardCharsets.UTF_8);
        URI uri = URI.create(base + "/-/api/search?limit=" + HITS + "&q=" + query);
        byte[] body = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                .body();
        int rank = 0;
        for (JsonNode hit : json.readTree(body).path("hits")) {
            rank++;
            if (item.relevant().contains(new NotePath(hit.path("path").asText()))) {
                return rank;
            }
        }
        return 0;
    }

    private static double share(List<Integer> ranks, int most) {
        return ranks.stream().filter(rank -> rank > 0 && rank <= most).count() / (double) ranks.size();
    }

    private static double meanReciprocal(List<Integer> ranks) {
        return ranks.stream()
                .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                .average()
                .orElse(0);
    }
}
