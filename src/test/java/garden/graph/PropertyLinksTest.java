package garden.graph;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.NameKey;
import garden.note.NotePath;
import garden.note.SampleNotes;
import org.junit.jupiter.api.Test;

class PropertyLinksTest {

    private static final NotePath A = new NotePath("a.md");
    private static final NotePath B = new NotePath("b.md");

    @Test
    void linksInPropertiesAreCountedApart() {
        LinkGraph graph = graph("--- a.md\nproperty: up [[b]]\nproperty: next [[c]]\n[[b]]\n--- b.md\n");
        assertThat(graph.linkCount()).isEqualTo(1);
        assertThat(graph.propertyLinkCount()).isEqualTo(2);
        assertThat(graph.links(A)).hasSize(1);
        assertThat(graph.propertyLinks(A)).hasSize(2);
        assertThat(graph.allLinks(A)).extracting(link -> link.link().target()).containsExactly("b", "c", "b");
    }

    @Test
    void aBacklinkNamesItsProperty() {
        LinkGraph graph = graph("--- a.md\nproperty: up [[b]]\n[[b]]\n--- b.md\n");
        assertThat(graph.backlinks(new Target.File(B)))
                .extracting(backlink -> backlink.property().orElse("-"))
                .containsExactly("up", "-");
    }

    @Test
    void aBrokenOneIsAProblemAndAMissingName() {
        LinkGraph graph = graph("--- a.md\nx\nproperty: up [[gone]]\n");
        assertThat(graph.problems())
                .extracting(Object::toString)
                .containsExactly("a.md:2: broken link [[gone]]: no note has this name");
        assertThat(graph.problems(A)).hasSize(1);
        assertThat(graph.missingName(graph.problems().first())).contains("gone");
        assertThat(graph.missingBacklinks(new NameKey("gone")))
                .extracting(backlink -> backlink.property().orElse("-"))
                .containsExactly("up");
    }

    @Test
    void itHealsWhenItsNoteComes() {
        LinkGraph graph = graph("--- a.md\nproperty: up [[b]]\n");
        SampleNotes b = SampleNotes.of("--- b.md\n");
        GraphStep change = graph.with(GraphChange.all(b.notes(), b.attachments()));
        assertThat(change.relinked()).containsExactly(A);
        assertThat(change.graph().problems()).isEmpty();
        assertThat(change.graph().backlinks(new Target.File(B))).hasSize(1);
    }

    @Test
    void thePageOfAllTagsIsAlwaysThere() {
        LinkGraph graph = graph("--- a.md\n[[tags/]] (/tags/) [[tags/x]]\n");
        assertThat(graph.problems())
                .extracting(Object::toString)
                .containsExactly("a.md:1: broken link [[tags/x]]: no note has this name");
    }

    private static LinkGraph graph(String text) {
        SampleNotes sample = SampleNotes.of(text);
        return LinkGraph.of(sample.notes(), sample.attachments());
    }
}
