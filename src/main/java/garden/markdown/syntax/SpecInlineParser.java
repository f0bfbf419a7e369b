package garden.markdown.syntax;

import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.block.CharacterNodeFactory;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * flexmark's inline parser where CommonMark 0.31 has gone on since: addresses in {@code <>}, titles. And footnotes
 * whose words are inlines themselves. Owned by one thread.
 */
final class SpecInlineParser extends CommonmarkInlineParser {

    private final List<InlineFootnote> footnotes = new ArrayList<>();
    private boolean isInFootnote;

    SpecInlineParser(
            DataHolder options,
            BitSet specialCharacters,
            BitSet delimiterCharacters,
            Map<Character, DelimiterProcessor> delimiterProcessors,
            LinkRefProcessorData linkRefProcessors,
            List<InlineParserExtensionFactory> inlineParserExtensions) {
        super(
                options,
                specialCharacters,
                delimiterCharacters,
                delimiterProcessors,
                linkRefProcessors,
                inlineParserExtensions);
    }

    /** Inline footnotes get their words once the text around them is parsed: one parser has one place at a time. */
    @Override
    public void parse(BasedSequence content, Node block) {
        super.parse(content, block);
        List<InlineFootnote> found = List.copyOf(footnotes);
        footnotes.clear();
        if (!found.isEmpty()) {
            parseWords(found);
        }
    }

    private void parseWords(List<InlineFootnote> found) {
        BitSet ofTable = customCharacters;
        Map<Character, CharacterNodeFactory> factories = customSpecialCharacterFactoryMap;
        ArrayList<Node> cells = customSpecialCharacterNodes;
        customCharacters = null;
        isInFootnote = true;
        found.forEach(footnote -> super.parse(footnote.words(), footnote));
        isInFootnote = false;
        customCharacters = ofTable;
        customSpecialCharacterFactoryMap = factories;
        customSpecialCharacterNodes = cells;
    }

    /** Takes a footnote out of the text, but for one inside another. */
    boolean parseFootnote() {
        int length = isInFootnote ? 0 : InlineFootnote.length(input, index);
        if (length == 0) {
            return false;
        }
        InlineFootnote footnote = new InlineFootnote(input.subSequence(index, index + length));
        footnotes.add(footnote);
        flushTextNode();
        appendNode(footnote);
        index += length;
        return true;
    }

    /** Takes a bare address out of the text. Not in brackets, which it would swallow: there {@link AutoLinks} finds it afterwards. */
    boolean parseAddress() {
        boolean isRow = customCharacters != null && customCharacters.get('|');
        int length = getLastBracket() == null ? BareAddress.length(input, index, isRow) : 0;
        if (length == 0) {
            return false;
        }
        flushTextNode();
        appendNode(AutoLinks.web(input.subSequence(index, index + length)));
        index += length;
        return true;
    }

    /** Inside {@code <>} anything may stand but line ends and unescaped {@code <} and {@code >}; what begins so must end so (section 6.3). */
    @Override
    public @Nullable BasedSequence parseLinkDestination() {
        if (peek() != '<') {
            return super.parseLinkDestination();
        }
        for (int end = index + 1; end < input.length(); end++) {
            char c = input.charAt(end);
            if (c == '>') {
                BasedSequence destination = input.subSequence(index, end + 1);
                index = end + 1;
                return destination;
            } else if (c == '<' || c == '\n' || c == '\r') {
                return null;
            } else if (c == '\\') {
                end++;
            }
        }
        return null;
    }

    /** A title needs white space before it (section 4.7). */
    @Override
    public @Nullable BasedSequence parseLinkTitle() {
        boolean isApart = index == 0 || Character.isWhitespace(input.charAt(index - 1));
        return isApart ? super.parseLinkTitle() : null;
    }
}
