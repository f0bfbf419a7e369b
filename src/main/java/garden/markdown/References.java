package garden.markdown;

import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.util.ReferenceRepository;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the definition that a reference means; labels are compared by Unicode case folding (CommonMark 0.31, section 4.7). */
final class References {

    private static final String SHARP = "\u1E9E\u00DF";

    private References() {}

    /** The definition; null when there is none. */
    static @Nullable Reference find(RefNode node, ReferenceRepository references) {
        Reference reference = node.getReferenceNode(references);
        return reference != null ? reference : folded(node.getReference().toString(), references);
    }

    /** flexmark compares lower case; only the sharp s and its two capital forms differ under that, so only then is it worth a search. */
    private static @Nullable Reference folded(String label, ReferenceRepository references) {
        if (label.chars().noneMatch(c -> SHARP.indexOf(c) >= 0)) {
            return null;
        }
        return references.get(fold(Escaping.normalizeReference(label, true)));
    }

    /** What two spellings of a label share: their letters without case, Unicode's full folding, white space as one space. */
    static String fold(String label) {
        String lower = label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return lower.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
