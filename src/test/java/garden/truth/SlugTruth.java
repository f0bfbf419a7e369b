package garden.truth;

import com.fasterxml.jackson.databind.JsonNode;
import garden.note.Anchors;
import garden.note.NotePath;
import garden.note.Slug;
import garden.note.Tag;
import garden.note.UrlCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares how addresses, tags and anchors are spelled here with how Quartz 4 and Quartz 5 spell them. */
public final class SlugTruth {

    private static final String NO_FILE = "no file in git has such a path";
    private static final String DOTS = "browsers resolve .. by themselves, so a _ stands before it";

    /** Why some paths have another address here. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "NOTE.MD",
            "a note: the case of .md does not count",
            "...md",
            DOTS,
            "page.html",
            "an attachment, which keeps its extension",
            "/leading/slash.md",
            NO_FILE,
            "a//b.md",
            NO_FILE,
            "./rel.md",
            NO_FILE,
            "#",
            "no tag has no name",
            "  spaced  ",
            "spaces around a heading are no part of it");

    private final String generation;
    private final UrlCase urlCase;
    private final SortedMap<String, String> wrong = new TreeMap<>();
    private int asked;

    private SlugTruth(String generation, UrlCase urlCase) {
        this.generation = generation;
        this.urlCase = urlCase;
    }

    /** The addresses of notes, attachments and tags; {@code generation} is {@code v4} or {@code v5}. */
    public static Verdict addresses(String generation) {
        SlugTruth truth = new SlugTruth(generation, generation.equals("v4") ? UrlCase.PRESERVE : UrlCase.LOWER);
        JsonNode cases = Facts.read("slug-cases.json");
        cases.path("slugifyFilePath").forEach(one -> truth.check(one, truth.folded(one), truth.slug(one)));
        cases.path("outputUrl")
                .forEach(one ->
                        truth.check(one, truth.expected(one), truth.slug(one).map(slug -> "/" + slug)));
        cases.path("assetOutputPath").forEach(one -> truth.check(one, truth.expected(one), truth.slug(one)));
        cases.path("slugTag").forEach(one -> truth.check(one, truth.expected(one), truth.tag(one)));
        return new Verdict(generation, truth.asked, truth.asked - truth.wrong.size(), truth.wrong);
    }

    private void check(JsonNode one, String expected, Optional<String> found) {
        asked++;
        if (!found.equals(Optional.of(expected))) {
            String input = one.path("input").asText();
            wrong.put(
                    asked + " " + input,
                    EXPLAINED.getOrDefault(input, Verdict.UNEXPLAINED) + ": here " + found.orElse("nothing")
                            + ", there " + (expected.isEmpty() ? "nothing" : expected));
        }
    }

    private String expected(JsonNode one) {
        return one.path(generation).asText();
    }

    /** Quartz spells the index of a folder out until it is published. */
    private String folded(JsonNode one) {
        String slug = expected(one);
        return one.path("input").asText().endsWith(".md") ? slug.replaceFirst("(^|(?<=/))index$", "") : slug;
    }

    private Optional<String> slug(JsonNode one) {
        String path = one.path("input").asText();
        return NotePath.isPath(path)
                ? Optional.of(Slug.of(new NotePath(path), urlCase).value())
                : Optional.empty();
    }

    private Optional<String> tag(JsonNode one) {
        String name = one.path("input").asText().replaceFirst("^#", "");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(Slug.of(name, urlCase).value());
    }

    /** Anchors of headings, alone and repeated, and the tags around a tag: the same in all generations. */
    public static Verdict anchorsAndTags() {
        SlugTruth truth = new SlugTruth("output", UrlCase.PRESERVE);
        JsonNode cases = Facts.read("slug-cases.json");
        Anchors anchors = new Anchors();
        cases.path("headingAnchor")
                .forEach(one -> truth.check(
                        one,
                        truth.expected(one),
                        Optional.of(Anchors.anchor(one.path("input").asText()))));
        cases.path("headingAnchorDuplicates")
                .forEach(one -> truth.check(
                        one,
                        truth.expected(one),
                        Optional.of(anchors.next(one.path("input").asText()))));
        cases.path("tagPrefixes")
                .forEach(one -> truth.check(one, one.path("output").toString(), lineage(one)));
        return new Verdict("anchors and tags", truth.asked, truth.asked - truth.wrong.size(), truth.wrong);
    }

    private static Optional<String> lineage(JsonNode one) {
        List<String> lineage = new Tag(one.path("input").asText())
                .lineage().stream().map(tag -> "\"" + tag.name() + "\"").toList();
        return Optional.of("[" + String.join(",", lineage) + "]");
    }
}
