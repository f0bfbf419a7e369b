package garden.markdown.syntax;

import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.model.WikiOrder;
import java.util.List;

/**
 * Text to flexmark's tree. A parser is made for each text, since flexmark's keep state from one text to the next (a first table
 * makes {@code |} special for all that follow).
 */
public final class Syntax {

    private static final SpecSyntax INLINE_FOOTNOTE = new SpecSyntax("^", SpecInlineParser::parseFootnote);
    private static final SpecSyntax BARE_ADDRESS = new SpecSyntax("hHfFwW", SpecInlineParser::parseAddress);
    private static final InlineSyntax HTML_COMMENT = new InlineSyntax("<", Syntax::htmlComment, HtmlInlineComment::new);

    private Syntax() {}

    /** The tree of a text in CommonMark alone. */
    public static Document commonMark(String text) {
        return commonMark(new MutableDataSet()).build().parse(text);
    }

    /** The tree of a text in CommonMark, GitHub's additions, footnotes, highlights and {@link ObsidianInlines}. */
    public static Document garden(String text, WikiOrder order) {
        MutableDataSet options = new MutableDataSet()
                .set(Parser.EXTENSIONS, List.of(TablesExtension.create(), FootnoteExtension.create()))
                .set(TablesExtension.COLUMN_SPANS, false)
                .set(TablesExtension.WITH_CAPTION, false)
                .set(TablesExtension.MAX_HEADER_ROWS, 1)
                .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
                .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true);
        Parser.Builder builder = commonMark(options)
                .customBlockParserFactory(new CommentBlockParser.Start())
                .customBlockParserFactory(new MathBlockParser.Start(text))
                .customBlockParserFactory(new CalloutTitleParser.Start());
        builder.customDelimiterProcessor(new TwoSigns('=', Highlight::new))
                .customDelimiterProcessor(new TwoSigns(
                        '~', (opening, closing) -> new Strikethrough(opening, BasedSequence.NULL, closing)))
                .customInlineParserExtensionFactory(INLINE_FOOTNOTE)
                .customInlineParserExtensionFactory(BARE_ADDRESS);
        List<InlineSyntax> inlines = switch (order) {
            case NAME_FIRST -> ObsidianInlines.ALL;
            case LABEL_FIRST -> ObsidianInlines.ALL_LABEL_FIRST;
        };
        inlines.forEach(builder::customInlineParserExtensionFactory);
        Document tree = builder.build().parse(text);
        FootnoteMarks.part(tree);
        TaskMark.mark(tree);
        HiddenHtml.drop(tree);
        AutoLinks.mark(tree);
        return tree;
    }

    private static Parser.Builder commonMark(MutableDataSet options) {
        return Parser.builder(
                        options.set(Parser.ASTERISK_DELIMITER_PROCESSOR, false).set(Parser.HTML_BLOCK_PARSER, false))
                .customBlockParserFactory(new SpecBlocks())
                .customBlockParserFactory(new HtmlBlockSyntax())
                .customInlineParserFactory(SpecInlineParser::new)
                .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
                .customDelimiterProcessor(new Asterisks())
                .customInlineParserExtensionFactory(HTML_COMMENT);
    }

    /** Ends at the first {@code -->}; {@code <!-->} and {@code <!--->} are whole comments (CommonMark 0.31, section 6.6). */
    private static int htmlComment(BasedSequence text, int start) {
        if (!text.matchChars("<!--", start)) {
            return 0;
        }
        int end = text.indexOf("-->", start + 2);
        return end < 0 ? 0 : end + 3 - start;
    }
}
