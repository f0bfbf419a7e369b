package garden.markdown;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/**
 * Text to flexmark's tree. A parser is made for each text, since flexmark's keep state from one text to the next (a first table
 * makes {@code |} special for all that follow).
 */
final class Syntax {

    private Syntax() {}

    /** The tree of a text in CommonMark alone. */
    static Document commonMark(String text) {
        return Parser.builder(new MutableDataSet()).build().parse(text);
    }

    /** The tree of a text in CommonMark, GitHub's additions, footnotes and {@link ObsidianInlines}. */
    static Document garden(String text) {
        MutableDataSet options = new MutableDataSet()
                .set(Parser.EXTENSIONS, List.of(
                        TablesExtension.create(),
                        StrikethroughExtension.create(),
                        TaskListExtension.create(),
                        AutolinkExtension.create(),
                        FootnoteExtension.create()))
                .set(TablesExtension.COLUMN_SPANS, false)
                .set(TablesExtension.WITH_CAPTION, false)
                .set(TablesExtension.MAX_HEADER_ROWS, 1)
                .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
                .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true);
        Parser.Builder builder = Parser.builder(options).customBlockParserFactory(new CommentBlockParser.Factory());
        ObsidianInlines.ALL.forEach(builder::customInlineParserExtensionFactory);
        return builder.build().parse(text);
    }
}
