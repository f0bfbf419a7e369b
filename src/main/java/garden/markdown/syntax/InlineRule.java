package garden.markdown.syntax;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;

/** Syntax inside a paragraph that begins with certain characters and keeps nothing from one place to the next. */
interface InlineRule extends InlineParserExtensionFactory, OrderFree {

    /** Takes what begins at the parser's place; false, and nothing taken, when it is something else. */
    boolean parseAt(LightInlineParser parser);

    @Override
    default InlineParserExtension apply(LightInlineParser inlineParser) {
        return new InlineParserExtension() {
            @Override
            public void finalizeDocument(InlineParser parser) {}

            @Override
            public void finalizeBlock(InlineParser parser) {}

            @Override
            public boolean parse(LightInlineParser parser) {
                return parseAt(parser);
            }
        };
    }
}
