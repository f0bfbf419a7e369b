package garden.markdown.reading;

import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.util.ReferenceRepository;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.NullableDataKey;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the definition that a reference means; labels are compared by Unicode case folding (CommonMark 0.31, section 4.7). One for which
 * the {@link ReferenceBudget} has nothing left has no definition. Owned by one thread.
 */
public final class References {

    private static final NullableDataKey<References> OF_TREE =
            new NullableDataKey<>("references with their definitions");
    private static final String SHARP = "\u1E9E\u00DF";

    private final ReferenceRepository definitions;
    private final Map<RefNode, Optional<Reference>> found = new HashMap<>();
    private final ReferenceBudget budget;

    private References(Document tree, ReferenceBudget budget) {
        this.definitions = Parser.REFERENCES.get(tree);
        this.budget = budget;
    }

    /** Those of a tree: the same for all who ask. */
    public static References of(Document tree) {
        References known = OF_TREE.get(tree);
        return known != null ? known : within(new ReferenceBudget(tree.getTextLength()), tree);
    }

    /** Those of a tree that nobody has asked for, with what is left of {@code budget}. */
    static References within(ReferenceBudget budget, Document tree) {
        References references = new References(tree, budget);
        tree.set(OF_TREE, references);
        return references;
    }

    /** The definition; empty when there is none. */
    public Optional<Reference> find(RefNode node) {
        return found.computeIfAbsent(
                node, key -> Optional.ofNullable(definition(key)).filter(this::isRoomFor));
    }

    private boolean isRoomFor(Reference definition) {
        return budget.takes(definition.getUrl().length() + definition.getTitle().length());
    }

    private @Nullable Reference definition(RefNode node) {
        Reference reference = node.getReferenceNode(definitions);
        return reference != null ? reference : folded(node.getReference().toString());
    }

    /** flexmark compares lower case; only the sharp s and its two capital forms differ under that, so only then is it worth a search. */
    private @Nullable Reference folded(String label) {
        if (label.chars().noneMatch(c -> SHARP.indexOf(c) >= 0)) {
            return null;
        }
        return definitions.get(fold(Escaping.normalizeReference(label, true)));
    }

    /** What two spellings of a label share: their letters without case, Unicode's full folding, white space as one space. */
    static String fold(String label) {
        String lower = label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return lower.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
