package garden.markdown.html;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.model.Feature;
import garden.markdown.model.LinkTarget;
import garden.markdown.model.LinkTargets;
import garden.markdown.reading.NoteBody;
import garden.markdown.reading.Undrawn;
import garden.markdown.syntax.AutoLinks;
import garden.markdown.syntax.CalloutTitle;
import garden.markdown.syntax.CommentBlock;
import garden.markdown.syntax.CommentNode;
import garden.markdown.syntax.FencedText;
import garden.markdown.syntax.Highlight;
import garden.markdown.syntax.InlineFootnote;
import garden.markdown.syntax.MathBlock;
import garden.markdown.syntax.MathNode;
import garden.markdown.syntax.PlainText;
import garden.markdown.syntax.TagNode;
import garden.markdown.syntax.TaskMark;
import garden.markdown.syntax.WikiNode;
import garden.markdown.text.EmbedLabel;
import garden.markdown.text.LinkAddress;
import garden.note.Block;
import garden.note.Link;
import garden.note.SoftBreaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a note's body: CommonMark, and what Garden adds. What the body does not know as a link is written as text. */
public final class NoteWriter extends CommonMarkWriter {

    private static final int MAX_LEVEL = 6;

    private final NoteBody body;
    private final BlockDirection direction;
    private final LinkMarkup links;
    private final RawHtmlWriter rawHtml;
    private final Gaps gaps;
    private final FootnoteWriter footnotes;
    private final List<garden.note.Heading> headings = new ArrayList<>();
    private final SortedSet<Feature> features = new TreeSet<>();
    private final SoftBreaks softBreaks;
    private final LineEnds lineEnds = new LineEnds(this::isGap);
    private int deeper;

    /** @param softBreaks what a line end inside a paragraph is */
    public NoteWriter(NoteBody body, HtmlOut out, LinkTargets targets, SoftBreaks softBreaks) {
        super(out, body.tree());
        this.body = body;
        this.softBreaks = softBreaks;
        this.direction = new BlockDirection(out, body.tree());
        this.links = new LinkMarkup(out, targets);
        this.rawHtml = new RawHtmlWriter(out, links, body.places());
        this.gaps = new Gaps(out);
        this.footnotes = new FootnoteWriter(body.footnotes(), out, this::children, direction::write);
    }

    /**
     * The whole body and its footnotes. The page's title is its one heading of the first level: where the text has such headings too,
     * all of its headings are written one level deeper; a first heading that repeats {@code title} leaves only its anchor. */
    public void writeAll(String title) {
        Optional<Heading> repeated = title().repeated(title);
        deeper = title().hasTopHeading(repeated) ? 1 : 0;
        for (Node block : body.tree().getChildren()) {
            if (repeated.filter(block::equals).isPresent()) {
                out.raw("<div").attribute("id", anchor(block)).raw("></div>").line();
            } else {
                write(block);
            }
        }
        footnotes.all();
    }

    /** Some blocks, and the footnotes that they refer to. */
    public void writePart(List<Node> blocks) {
        deeper = title().hasTopHeading(Optional.empty()) ? 1 : 0;
        ListPart list = ListPart.of(blocks);
        out.raw(list.start());
        blocks.forEach(this::write);
        out.raw(list.end());
        footnotes.part();
    }

    /** What is to be shown in the gaps left so far, in order. */
    public List<LinkTarget.Passage> passages() {
        return gaps.passages();
    }

    /** The headings written so far. */
    public List<garden.note.Heading> headings() {
        return headings;
    }

    /** What the page needs for what is written so far. */
    public SortedSet<Feature> features() {
        return features;
    }

    @Override
    void write(Node node) {
        List<Block> blocks = hasOwnTag(node) ? List.of() : body.blocks().of(node);
        blocks.forEach(block ->
                out.line().raw("<div").attribute("id", block.anchor()).raw(">").line());
        writeNode(node);
        blocks.forEach(block -> out.line().raw("</div>").line());
    }

    /** What a block id can be put on; anything else that has one gets a box around it. */
    private static boolean hasOwnTag(Node node) {
        return node instanceof Paragraph || node instanceof ListItem || node instanceof Heading;
    }

    @Override
    protected void attributes(Node node) {
        body.blocks().of(node).stream().findFirst().ifPresent(block -> out.attribute("id", block.anchor()));
        if (hasOwnTag(node)) {
            direction.write(node);
        }
    }

    @Override
    protected void direction(Node node) {
        direction.write(node);
    }

    private void writeNode(Node node) {
        switch (node) {
            case WikiNode wiki -> wiki(wiki);
            case TagNode tag -> tag(tag);
            case CommentNode comment -> {}
            case CommentBlock comment -> {}
            case MathNode math -> math(math.isDisplay() ? "math display" : "math inline", "span", math.tex());
            case MathBlock math -> mathBlock(math);
            case FencedCodeBlock code -> code(FencedText.of(code), PlainText.unescaped(code.getInfo()));
            case IndentedCodeBlock code ->
                code(code.getContentChars().trimTailBlankLines().trimEOL() + "\n", "");
            case Paragraph paragraph when TitleHeading.isHidden(paragraph) -> {}
            case BlockQuote quote -> quote(quote);
            case CalloutTitle title -> {}
            case SoftLineBreak end
            when softBreaks == SoftBreaks.AS_BREAKS && lineEnds.isBetweenLines(end) -> out.raw("<br />\n");
            case Strikethrough struck -> element("del", struck);
            case Highlight highlight -> element("mark", highlight);
            case TaskMark mark -> TaskState.box(mark.state(), out);
            case Footnote footnote -> footnotes.reference(footnote);
            case InlineFootnote footnote -> footnotes.reference(footnote);
            case FootnoteBlock footnote -> {}
            case TableBlock table -> new TableWriter(out, this::children, direction::write).write(table);
            default -> super.write(node);
        }
    }

    private TitleHeading title() {
        return new TitleHeading(body);
    }

    private String anchor(Node heading) {
        garden.note.Heading known = body.headings().get(heading);
        return known == null ? "" : known.anchor();
    }

    @Override
    protected void heading(Heading heading) {
        garden.note.Heading known = body.headings().get(heading);
        if (known == null) {
            super.heading(heading);
            return;
        }
        headings.add(known);
        String name = "h" + Math.min(known.level() + deeper, MAX_LEVEL);
        out.line().raw("<").raw(name);
        if (!known.anchor().isEmpty()) {
            out.attribute("id", known.anchor());
        }
        direction.write(heading);
        out.raw(">");
        body.blocks()
                .of(heading)
                .forEach(block ->
                        out.raw("<span").attribute("id", block.anchor()).raw("></span>"));
        children(heading);
        out.raw("</").raw(name).raw(">").line();
    }

    @Override
    protected void item(ListItem item) {
        Optional<TaskMark> task = TaskMark.of(item);
        if (task.isEmpty()) {
            super.item(item);
            return;
        }
        out.line().raw("<li class=\"task\"").attribute("data-task", task.get().state());
        attributes(item);
        out.raw(">");
        children(item);
        out.raw("</li>").line();
    }

    private void quote(BlockQuote quote) {
        CalloutTitle.of(quote)
                .ifPresentOrElse(
                        title -> new CalloutWriter(out, this::children, direction::write).write(title, quote),
                        () -> super.write(quote));
    }

    private void mathBlock(MathBlock block) {
        out.line();
        if (block.isMath()) {
            math("math display", "div", block.tex());
        } else {
            element("p", block);
        }
        out.line();
    }

    private void math(String cssClass, String name, String tex) {
        if (Undrawn.formula(tex).isPresent()) {
            out.raw("<code>").text(tex).raw("</code>");
            return;
        }
        features.add(Feature.MATH);
        out.raw("<").raw(name).attribute("class", cssClass).raw(">").text(tex);
        out.raw("</").raw(name).raw(">");
    }

    private void code(CharSequence content, String info) {
        features.addAll(new CodeWriter(out).write(PlainText.normalized(content), info));
    }

    private void wiki(WikiNode node) {
        String shown = node.shown();
        local(node).ifPresentOrElse(link -> wiki(link, node, shown), () -> out.text(shown));
    }

    private void wiki(Link.Local link, WikiNode node, String shown) {
        if (node.isEmbed()) {
            String fileName = link.target().substring(link.target().lastIndexOf('/') + 1);
            embed(node, link, EmbedLabel.of(node.label()).orAlt(fileName), shown);
        } else {
            links.link(link, Optional.empty(), () -> out.text(shown));
        }
    }

    private void tag(TagNode node) {
        if (body.tagNodes().contains(node)) {
            links.tag(node.tag());
        } else {
            out.text(node.getChars());
        }
    }

    @Override
    protected void autoLink(Node node, String url) {
        Runnable label = () -> out.text(AutoLinks.shown(node));
        written(node, Optional.empty(), label);
    }

    @Override
    protected void link(Node node, BasedSequence url, BasedSequence title) {
        written(node, titleText(title), () -> children(node));
    }

    private void written(Node node, Optional<String> title, Runnable label) {
        Optional<Link> link = body.links(node).stream().findFirst();
        if (link.isEmpty()) {
            label.run();
            return;
        }
        switch (link.get()) {
            case Link.Local local -> links.link(local, title, label);
            case Link.ExternalLink external -> links.external(external.url(), title, label);
        }
    }

    @Override
    protected void image(Node node, BasedSequence url, BasedSequence title) {
        EmbedLabel label = EmbedLabel.of(PlainText.inside(node)).withTitle(titleText(title));
        Optional<Link.Local> link = local(node);
        if (link.isPresent()) {
            embed(node, link.get(), label, label.alt().isEmpty() ? link.get().target() : label.alt());
        } else if (LinkAddress.of(PlainText.unescaped(url)) instanceof LinkAddress.External external
                && external.isWeb()) {
            links.media().external(external.url(), label);
        } else {
            out.text(label.alt());
        }
    }

    /** Whether another note is shown in the place of {@code node}. */
    private boolean isGap(Node node) {
        return local(node)
                .filter(link -> link.isEmbed() && isGap(node, links.target(link)))
                .isPresent();
    }

    private static boolean isGap(Node node, LinkTarget target) {
        return target instanceof LinkTarget.Passage && isRoomForBlocks(node.getParent());
    }

    private void embed(Node node, Link.Local link, EmbedLabel label, String name) {
        LinkTarget target = links.target(link);
        if (target instanceof LinkTarget.Passage passage && isGap(node, target)) {
            gap(node.getParent(), passage);
        } else {
            links.embed(target, label, name);
        }
    }

    /** Directly in a paragraph, which is then parted, or in a cell. */
    private static boolean isRoomForBlocks(@Nullable Node parent) {
        return parent instanceof Paragraph || (parent instanceof TableCell cell && !cell.isHeader());
    }

    private void gap(@Nullable Node parent, LinkTarget.Passage passage) {
        boolean isTagged = parent instanceof Paragraph paragraph
                && !(paragraph.getParent() instanceof ListItem item && isTight(item));
        if (isTagged) {
            out.endParagraph();
        }
        gaps.leave(passage);
        if (isTagged) {
            out.raw("<p>");
        }
    }

    private Optional<Link.Local> local(Node node) {
        return body.links(node).stream()
                .filter(Link.Local.class::isInstance)
                .map(Link.Local.class::cast)
                .findFirst();
    }

    private static Optional<String> titleText(BasedSequence title) {
        return title.isNotNull() ? Optional.of(PlainText.unescaped(title)) : Optional.empty();
    }

    @Override
    protected void htmlBlock(HtmlBlockBase html) {
        out.line();
        rawHtml.write(html.getContentChars().toString(), body.links(html));
        out.line();
    }

    @Override
    protected void htmlInline(HtmlInlineBase html) {
        rawHtml.write(html.getChars().toString(), body.links(html));
    }

    @Override
    protected void paragraphEnd(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof TaskMark mark && TaskState.isOver(mark.state())) {
            out.raw("</span>");
        } else if (paragraph.getParent() instanceof FootnoteBlock definition && paragraph.getNext() == null) {
            footnotes.backReferences(definition);
        }
    }
}
