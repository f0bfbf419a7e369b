package garden.markdown;

import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.AsteriskDelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** flexmark's inline parser where CommonMark 0.31 has gone on since: addresses in {@code <>}, titles, runs of stars. */
final class SpecInlineParser extends CommonmarkInlineParser {

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

    /** Stars, with the rule of three as it is now: two runs that are both multiples of three do match (section 6.2, rule 9). */
    static final class Asterisks extends AsteriskDelimiterProcessor {

        Asterisks() {
            super(false);
        }

        @Override
        public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
            boolean areBothThree = opener.length() % 3 == 0 && closer.length() % 3 == 0;
            return areBothThree ? 2 : super.getDelimiterUse(opener, closer);
        }
    }
}
