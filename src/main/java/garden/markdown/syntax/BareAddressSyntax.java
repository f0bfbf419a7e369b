package garden.markdown.syntax;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;

/** Tells the parser where a {@link BareAddress} may begin, so that the signs in it mean nothing else. */
final class BareAddressSyntax implements InlineParserExtensionFactory, OrderFree {

    @Override
    public CharSequence getCharacters() {
        return "hHfFwW";
    }

    @Override
    public InlineParserExtension apply(LightInlineParser inlineParser) {
        return new InlineParserExtension() {
            @Override
            public void finalizeDocument(InlineParser parser) {}

            @Override
            public void finalizeBlock(InlineParser parser) {}

            @Override
            public boolean parse(LightInlineParser parser) {
                return parser instanceof SpecInlineParser spec && spec.parseAddress();
            }
        };
    }
}
