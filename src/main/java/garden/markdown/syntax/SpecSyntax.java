package garden.markdown.syntax;

import com.vladsch.flexmark.parser.LightInlineParser;
import java.util.function.Predicate;

/**
 * Something inside a paragraph that {@link SpecInlineParser} itself takes, so that the signs in it mean nothing else.
 *
 * @param characters those it can begin with
 * @param parse takes it; false when it is something else
 */
record SpecSyntax(String characters, Predicate<SpecInlineParser> parse) implements InlineRule {

    @Override
    public CharSequence getCharacters() {
        return characters;
    }

    @Override
    public boolean parseAt(LightInlineParser parser) {
        return parser instanceof SpecInlineParser spec && parse.test(spec);
    }
}
