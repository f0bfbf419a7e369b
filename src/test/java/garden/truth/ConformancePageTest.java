package garden.truth;

import static org.assertj.core.api.Assertions.assertThat;

import garden.markdown.ConformanceExamples;
import garden.web.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of the manual that says what reads as elsewhere. {@code mvn test -Dtest=ConformancePageTest -Dgolden=update} writes it. */
@Timeout(300)
class ConformancePageTest {

    private static final Path PAGE = Path.of("notes/guide/conformance.md");

    private static final String HEAD = """
        ---
        title: Conformance
        description: What reads as in Obsidian, Quartz, CommonMark and GitHub, counted.
        tags: [reference]
        ---

        This page is written by the tests, which fail when it is not true. The facts about addresses, anchors and links are those of a real
        garden of 137 notes that Quartz published in two generations; the garden's texts are not part of this project. What each syntax means is
        told in [[markdown]], how links are resolved in [[links]], and which addresses lead where in [[addresses]].

        | what | asked | as there |
        | --- | ---: | ---: |
        """;

    @TempDir
    private Path folder;

    private final List<Verdict> verdicts = new ArrayList<>();

    @Test
    void thePageSaysWhatIsTrue() throws IOException {
        add("Examples of CommonMark 0.31", ConformanceExamples.commonMark());
        add("Examples for GitHub's tables, tasks, strikethrough and bare addresses", ConformanceExamples.gitHub());
        try (TestServer server = TestServer.with(folder("links"), WikilinkTruth.garden())) {
            add(
                    "Wikilinks that lead to the file that Obsidian takes, or to the owner of the alias",
                    WikilinkTruth.links(server));
        }
        add("Addresses spelled as by Quartz 4", SlugTruth.addresses("v4"));
        add("Addresses spelled as by Quartz 5, with `urls.case: lower`", SlugTruth.addresses("v5"));
        add("Anchors of headings and levels of tags", SlugTruth.anchorsAndTags());
        addSite("preserve", "Quartz 4");
        addSite("lower", "Quartz 5");
        String page = page();
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
        assertThat(page).doesNotContain(Verdict.UNEXPLAINED);
    }

    private void add(String what, ConformanceExamples examples) {
        Map<String, String> wrong = new TreeMap<>();
        examples.deviations().forEach((number, reason) -> wrong.put("%3d".formatted(number), reason));
        verdicts.add(new Verdict(what, examples.total(), examples.agreed(), new TreeMap<>(wrong)));
    }

    private void add(String what, Verdict verdict) {
        verdicts.add(new Verdict(what, verdict.asked(), verdict.right(), verdict.wrong()));
    }

    private void addSite(String urlCase, String generation) {
        Map<String, String> settings = Map.of("urls.case", urlCase);
        try (TestServer server = TestServer.with(folder(urlCase), settings, TruthGarden.text())) {
            String asked = " that answer with `urls.case: " + urlCase + "`: 200, or one 301 to it";
            add("Addresses of the site in lower case" + asked, AddressTruth.addresses(server, "urls.json"));
            add("Addresses of the site as by Quartz 4" + asked, AddressTruth.addresses(server, "urls-v4case.json"));
            add("Anchors on the pages, " + generation + "'s case", AddressTruth.anchors(server));
        }
    }

    private Path folder(String name) {
        return folder.resolve(name).toFile().mkdir() ? folder.resolve(name) : folder;
    }

    private String page() {
        StringBuilder page = new StringBuilder(HEAD);
        verdicts.forEach(verdict ->
                page.append("| %s | %d | %d |%n".formatted(verdict.what(), verdict.asked(), verdict.right())));
        page.append("\n## What differs, and why\n");
        Map<Map<String, String>, List<String>> differences = new LinkedHashMap<>();
        verdicts.forEach(verdict -> differences
                .computeIfAbsent(verdict.wrong(), none -> new ArrayList<>())
                .add(verdict.what()));
        differences.remove(Map.of());
        differences.forEach((wrong, lists) -> {
            page.append("\n").append(String.join("; ", lists)).append(":\n\n");
            wrong.forEach((which, why) -> page.append("- `")
                    .append(which.strip())
                    .append("`: ")
                    .append(why.strip())
                    .append('\n'));
        });
        return page.toString();
    }
}
