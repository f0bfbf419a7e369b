package garden.bench;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.LinkGraph;
import garden.markdown.Markdown;
import garden.markdown.model.MarkdownLimits;
import garden.note.BlobId;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownItemsTest {

    @Test
    void queriesFollowFromTheNotes() {
        List<KnownItems.Item> items = items();
        assertThat(items)
                .contains(
                        item(KnownItems.Kind.TITLE, "Orchard", "orchard.md"),
                        item(KnownItems.Kind.ANCHOR, "where apples grow", "orchard.md"),
                        item(KnownItems.Kind.HEADING, "In winter orchard", "orchard.md"),
                        item(KnownItems.Kind.ALIAS, "Fruit garden", "orchard.md"));
        assertThat(items)
                .filteredOn(item -> item.kind() == KnownItems.Kind.TYPO)
                .allSatisfy(item -> assertThat(item.query()).isNotEqualTo("orchard"));
        assertThat(items)
                .filteredOn(item -> item.kind() == KnownItems.Kind.PREFIX)
                .allSatisfy(item -> assertThat("orchard").startsWith(item.query()));
        assertThat(items)
                .filteredOn(item -> item.kind() == KnownItems.Kind.RARE)
                .isNotEmpty();
    }

    @Test
    void sameSeedGivesTheSameQueries() {
        assertThat(items()).isEqualTo(items());
    }

    private static KnownItems.Item item(KnownItems.Kind kind, String query, String path) {
        return new KnownItems.Item(kind, query, Set.of(new NotePath(path)));
    }

    private static List<KnownItems.Item> items() {
        try (Markdown markdown = new Markdown(MarkdownLimits.DEFAULT)) {
            List<ParsedNote> notes = List.of(
                    note(
                            markdown,
                            "orchard.md",
                            "---\ntitle: Orchard\naliases: [Fruit garden]\n---\n## In winter\nprune spurs\n"),
                    note(markdown, "map.md", "See [[orchard|where apples grow]] and [[orchard]].\n"));
            LinkGraph graph = LinkGraph.of(notes.stream().map(ParsedNote::note).toList(), List.of());
            return KnownItems.of(notes, graph, 10, 1);
        }
    }

    private static ParsedNote note(Markdown markdown, String path, String text) {
        return markdown.parse(new NotePath(path), new BlobId("0".repeat(40)), text.getBytes(StandardCharsets.UTF_8));
    }
}
