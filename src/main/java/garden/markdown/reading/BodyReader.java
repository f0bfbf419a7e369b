package garden.markdown.reading;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import garden.markdown.budget.BudgetScan;
import garden.markdown.model.WikiOrder;
import garden.markdown.syntax.CalloutTitle;
import garden.markdown.syntax.CommentBlock;
import garden.markdown.syntax.FencedText;
import garden.markdown.syntax.InlineFootnote;
import garden.markdown.syntax.MathBlock;
import garden.markdown.syntax.PlainText;
import garden.markdown.syntax.Syntax;
import garden.markdown.syntax.TagNode;
import garden.markdown.text.Cut;
import garden.markdown.text.HiddenText;
import garden.markdown.text.Opening;
import garden.markdown.text.Source;
import garden.markdown.text.TextParts;
import garden.markdown.text.WordCount;
import garden.note.Anchors;
import garden.note.Link;
import garden.note.Problem;
import garden.note.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Walks the blocks of a tree once, in the order of the text, and gathers a {@link NoteBody}. Owned by one thread. */
public final class BodyReader {

    /** So that a page of nothing but long tags is no page of nothing but problems. */
    private static final int MAX_PROBLEMS = 100;

    private final BodyParts before;
    private final Source source;
    private final int shift;
    private final int opening;
    private final Document tree;
    private final Blocks blocks;
    private final HeadingIds headingIds;
    private final Footnotes footnotes;
    private final List<FootnoteBlock> definitions = new ArrayList<>();
    private final InlineReader inlines;
    private final Anchors anchors;
    private final Map<Node, garden.note.Heading> headings = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<Node, List<Link>> linksByNode = new LinkedHashMap<>();
    private final Set<Tag> tags = new LinkedHashSet<>();
    private final Set<Node> tagNodes = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder prose = new StringBuilder();
    private int words;
    private boolean isInFootnote;

    private BodyReader(BodyParts before, String opening, String body, int bodyStart, WikiOrder order) {
        this.before = before;
        this.source = before.source();
        this.anchors = before.anchors();
        this.opening = opening.length();
        this.shift = bodyStart - this.opening;
        this.tree = Syntax.garden(opening + body, order);
        this.blocks = Blocks.take(tree, source, shift, before.blockKeys());
        this.headingIds = HeadingIds.take(tree);
        this.footnotes = new Footnotes(FootnoteExtension.FOOTNOTES.get(tree));
        References.within(before.referenceBudget(), tree);
        this.inlines = new InlineReader(source, shift, tree, footnotes, this::tag);
    }

    /** Parses {@code body}, which is what follows {@code bodyStart}, its remarks {@link HiddenText#masked masked}. Cost: about linear, but see {@link BudgetScan} for texts where it is not. */
    public static NoteBody read(Source source, String body, int bodyStart, WikiOrder order) {
        return new BodyReader(new BodyParts(source, Definitions.NONE), "", body, bodyStart, order).read();
    }

    /** The same for a part of a body, after what was read before, with what {@link Opening opens} it. */
    public static NoteBody read(BodyParts before, TextParts.Part part, String body, WikiOrder order) {
        return new BodyReader(before, part.opening(), body, part.start(), order).read();
    }

    private NoteBody read() {
        children(tree);
        return body();
    }

    private NoteBody body() {
        definitions.forEach(footnotes::number);
        problems.addAll(blocks.problems());
        problems.addAll(Undrawn.problems(tree, source, shift));
        problems.sort(Comparator.comparingInt(Problem::line));
        links.sort(Comparator.comparingInt(link -> link.span().start()));
        return new NoteBody(
                tree,
                links,
                linksByNode,
                headings,
                inlines.places()
                        .without(headings.values().stream()
                                .map(garden.note.Heading::anchor)
                                .collect(Collectors.toSet())),
                blocks,
                List.copyOf(tags),
                tagNodes,
                footnotes,
                problems,
                text.toString(),
                prose.toString(),
                words);
    }

    private void children(Node node) {
        for (Node child : node.getChildren()) {
            block(child);
        }
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> paragraph(paragraph);
            case MathBlock math when math.isMath() -> line(math.tex());
            case MathBlock text -> paragraph(text);
            case CalloutTitle title -> title(title);
            case TableRow row when row.getEndOffset() <= opening -> {}
            case TableRow row -> row(row);
            case FencedCodeBlock code -> line(FencedText.of(code));
            case IndentedCodeBlock code -> line(code.getContentChars());
            case HtmlBlockBase html -> html(html);
            case FootnoteBlock footnote -> footnote(footnote);
            case CommentBlock comment -> {}
            case Reference reference -> {}
            case TableSeparator separator -> {}
            default -> children(node);
        }
    }

    private void heading(Heading node) {
        BlockText block = new BlockText();
        inlines.children(node, block);
        String words = block.words();
        headings.put(
                node,
                new garden.note.Heading(
                        node.getLevel(),
                        words,
                        source(node, words),
                        headingIds.of(node).flatMap(anchors::take).orElseGet(() -> anchors.next(words)),
                        source.span(node.getStartOffset() + shift, node.getEndOffset() + shift)));
        end(block);
    }

    /** What stands between the marks of a heading, its block id left out. */
    private String source(Heading node, String words) {
        if (node.getFirstChild() == null) {
            return "";
        }
        int start = node.getFirstChild().getStartOffset() + shift;
        int end = node.getLastChild().getEndOffset() + shift;
        String written = source.text().substring(start, end).strip();
        return written.equals(words) ? "" : written;
    }

    private void paragraph(Node node) {
        BlockText block = new BlockText();
        inlines.children(node, block);
        if (!isInFootnote && prose.length() <= Cut.MAX_CHARS && !block.shown().isEmpty()) {
            prose.append(prose.isEmpty() ? "" : " ").append(block.shown());
        }
        end(block);
    }

    private void title(CalloutTitle title) {
        BlockText block = new BlockText();
        inlines.children(title, block);
        end(block);
    }

    private void row(TableRow row) {
        BlockText block = new BlockText();
        for (Node cell : row.getChildren()) {
            if (cell instanceof TableCell && cell.getPrevious() != null) {
                block.append(" · ");
            }
            inlines.children(cell, block);
        }
        end(block);
    }

    private void html(HtmlBlockBase html) {
        BlockText block = new BlockText();
        inlines.html(html, html.getContentChars(), block);
        end(block);
    }

    /** Footnotes stay where they are written, so that links keep their order; only their numbers come from the references. */
    private void footnote(FootnoteBlock footnote) {
        definitions.add(footnote);
        isInFootnote = true;
        children(footnote);
        isInFootnote = false;
    }

    private void end(BlockText block) {
        block.links(before.headingCount() + headings.size() - 1, this::link);
        String line = block.words();
        words += WordCount.count(line);
        line(line);
        inlines.takeFootnotes().forEach(this::footnote);
    }

    private void footnote(InlineFootnote footnote) {
        BlockText block = new BlockText();
        inlines.children(footnote, block);
        end(block);
    }

    private void line(CharSequence chars) {
        String line = PlainText.normalized(chars).stripTrailing();
        if (!line.isBlank()) {
            text.append(line).append('\n');
        }
    }

    private void link(Node node, Link link) {
        links.add(link);
        linksByNode.computeIfAbsent(node, key -> new ArrayList<>()).add(link);
    }

    private void tag(TagNode node) {
        if (Tag.isWithinLimits(node.name())) {
            tagNodes.add(node);
            tags.add(node.tag());
        } else if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(
                    Problem.Kind.LONG_TAG,
                    source.line(node.getStartOffset() + shift),
                    "tag #" + Tag.start(node.name()) + ": expected " + Tag.limits()));
        }
    }
}
