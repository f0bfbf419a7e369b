package garden.markdown.reading;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.internal.FootnoteRepository;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.syntax.InlineFootnote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The footnotes of one note: numbered from 1 by the first reference in the text, then those nobody refers to. Owned by one thread.
 */
public final class Footnotes {

    /** A reference in the text: the {@code repeat}-th, from 1, to footnote {@code number}. */
    public record Reference(int number, int repeat) {

        /** Its id on the page; no heading's anchor has a colon. */
        public String id() {
            return "fnref:" + number + (repeat == 1 ? "" : ":" + repeat);
        }

        /** The id of the footnote. */
        public String definitionId() {
            return "fn:" + number;
        }
    }

    /** The references that were written so far. Owned by one thread. */
    public static final class Referred {

        private final Set<Reference> references = new HashSet<>();
        private final Set<Integer> known = new HashSet<>();
        private final List<Integer> numbers = new ArrayList<>();

        /** One more reference to it. */
        public void add(Reference reference) {
            references.add(reference);
            if (known.add(reference.number())) {
                numbers.add(reference.number());
            }
        }

        /** Whether it is one of those to it. */
        public boolean contains(Reference reference) {
            return references.contains(reference);
        }

        /** The footnotes referred to, each once, in the order of the writing; grows with it. */
        public List<Integer> numbers() {
            return numbers;
        }
    }

    private final Map<String, FootnoteBlock> byLabel = new HashMap<>();
    private final List<Node> definitions = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final Map<Node, List<Reference>> references = new HashMap<>();
    private final Map<Node, Reference> byNode = new HashMap<>();

    Footnotes(FootnoteRepository repository) {
        repository
                .values()
                .forEach(block ->
                        byLabel.putIfAbsent(References.fold(block.getText().toString()), block));
    }

    /** Counts the next reference of the text; one without a footnote is text. */
    void refer(Footnote node) {
        Optional.ofNullable(byLabel.get(References.fold(node.getText().toString())))
                .ifPresent(definition -> refer(node, definition));
    }

    /** Counts a footnote that is its own reference. */
    void refer(InlineFootnote node) {
        refer(node, node);
    }

    private void refer(Node node, Node definition) {
        List<Reference> before = references.computeIfAbsent(definition, key -> new ArrayList<>());
        Reference reference = new Reference(number(definition), before.size() + 1);
        before.add(reference);
        byNode.put(node, reference);
    }

    /** The number of a footnote; the next one when it has none yet, so those nobody refers to come last. */
    public int number(Node definition) {
        return numbers.computeIfAbsent(definition, key -> {
            definitions.add(definition);
            return definitions.size();
        });
    }

    /** What a reference in the text refers to; empty when there is no such footnote. */
    public Optional<Reference> reference(Node node) {
        return Optional.ofNullable(byNode.get(node));
    }

    /** All footnotes, by number: a {@link FootnoteBlock} or an {@link InlineFootnote} each. */
    public List<Node> definitions() {
        return List.copyOf(definitions);
    }

    /** The references to a footnote, in the order of the text. */
    public List<Reference> references(Node definition) {
        return references.getOrDefault(definition, List.of());
    }
}
