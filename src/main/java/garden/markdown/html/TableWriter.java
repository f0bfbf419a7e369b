package garden.markdown.html;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes tables, each in a box of its own that can scroll. */
final class TableWriter {

    private final HtmlOut out;
    private final Consumer<Node> children;
    private final Consumer<Node> direction;

    /** {@code children} writes what stands in a cell, {@code direction} an attribute. */
    TableWriter(HtmlOut out, Consumer<Node> children, Consumer<Node> direction) {
        this.direction = direction;
        this.out = out;
        this.children = children;
    }

    void write(TableBlock table) {
        out.line().raw("<div class=\"table\"");
        direction.accept(table);
        out.raw("><table>").line();
        for (Node section : table.getChildren()) {
            if (section instanceof TableHead) {
                section("thead", section);
            } else if (section instanceof TableBody && section.hasChildren()) {
                section("tbody", section);
            }
        }
        out.line().raw("</table></div>").line();
    }

    private void section(String name, Node section) {
        out.raw("<").raw(name).raw(">\n");
        for (Node row : section.getChildren()) {
            if (row instanceof TableRow) {
                row(row);
            }
        }
        out.raw("</").raw(name).raw(">\n");
    }

    private void row(Node row) {
        out.raw("<tr>\n");
        for (Node child : row.getChildren()) {
            if (child instanceof TableCell cell) {
                cell(cell);
            }
        }
        out.raw("</tr>\n");
    }

    private void cell(TableCell cell) {
        String name = cell.isHeader() ? "th" : "td";
        out.raw("<").raw(name);
        if (cell.getAlignment() != null) {
            out.attribute("align", cell.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        direction.accept(cell);
        out.raw(">");
        children.accept(cell);
        out.raw("</").raw(name).raw(">\n");
    }
}
