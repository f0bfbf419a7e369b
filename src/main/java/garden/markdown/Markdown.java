package garden.markdown;

import garden.concurrent.Retries;
import garden.markdown.budget.BudgetScan;
import garden.markdown.budget.BudgetedThreads;
import garden.markdown.budget.LateException;
import garden.markdown.budget.OverBudgetException;
import garden.markdown.budget.WorkTime;
import garden.markdown.frontmatter.FrontMatterBlock;
import garden.markdown.frontmatter.FrontMatterReader;
import garden.markdown.frontmatter.SpokenVisibility;
import garden.markdown.html.CommonMarkWriter;
import garden.markdown.html.HtmlOut;
import garden.markdown.html.HtmlPolicy;
import garden.markdown.html.LiveSource;
import garden.markdown.html.NoteWriter;
import garden.markdown.model.LinkTarget.Passage;
import garden.markdown.model.LinkTargets;
import garden.markdown.model.MarkdownLimits;
import garden.markdown.model.WikiOrder;
import garden.markdown.reading.BodyContent;
import garden.markdown.reading.BodyReader;
import garden.markdown.reading.NotText;
import garden.markdown.reading.NoteAssembly;
import garden.markdown.reading.NoteBody;
import garden.markdown.reading.PartedBody;
import garden.markdown.reading.PlaceBlock;
import garden.markdown.syntax.Syntax;
import garden.markdown.text.HiddenText;
import garden.markdown.text.Source;
import garden.markdown.text.Stretch;
import garden.note.BlobId;
import garden.note.FrontMatter;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.ParsedNote;
import garden.note.Problem;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Parses notes and renders them. Thread-safe; the work is done on a few threads of its own, and callers wait their turn.
 *
 * <p>Nothing that a note contains makes these methods fail. Syntax: CommonMark 0.31, GitHub's tables, task lists, strikethrough and
 * bare addresses, footnotes, TeX between dollars, and of Obsidian's the wikilinks, embeds, tags, comments, callouts, highlights, block
 * ids, inline footnotes and states of tasks.
 */
public final class Markdown implements AutoCloseable {

    private final MarkdownLimits limits;
    private final WikiOrder order;
    private final BudgetedThreads threads;
    private final LongAdder readings = new LongAdder();

    /** Uses as many threads as there are processors. */
    public Markdown(MarkdownLimits limits) {
        this(limits, WikiOrder.NAME_FIRST);
    }

    /** The same, with the parts of wikilinks in this order. */
    public Markdown(MarkdownLimits limits, WikiOrder order) {
        this(
                limits,
                order,
                new BudgetedThreads(Runtime.getRuntime().availableProcessors(), WorkTime.of(limits.processorTime())));
    }

    Markdown(MarkdownLimits limits, WikiOrder order, BudgetedThreads threads) {
        this.limits = limits;
        this.order = order;
        this.threads = threads;
    }

    /**
     * The note in a file. One that {@link Note#isPending} is not what the file says, only what is known for now.
     *
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    public ParsedNote parse(NotePath path, BlobId blob, byte[] content) {
        readings.increment();
        if (NotText.is(content)) {
            return notText(path, blob, content);
        }
        Source source = Source.of(content, limits.maxReadBytes());
        Source head = head(source, content);
        Optional<FrontMatterBlock> block = FrontMatterBlock.find(head.text());
        int bodyStart = bodyStart(head, block);
        FrontMatterReader.Result front =
                block.map(found -> frontMatter(source, found)).orElse(FrontMatterReader.Result.NONE);
        NoteAssembly assembly = new NoteAssembly(path, blob, front);
        if (front.isPending()) {
            return asText(assembly, source, bodyStart);
        }
        try {
            return assembly.note(bodyContent(source, content, bodyStart));
        } catch (OverBudgetException e) {
            return asText(assembly, source, bodyStart, problem(source, bodyStart, e));
        } catch (LateException e) {
            return asText(assembly, source, bodyStart, problem(source, bodyStart, e));
        }
    }

    /** Without what its page would hide. */
    private static ParsedNote asText(NoteAssembly assembly, Source source, int bodyStart, Problem... more) {
        return assembly.text(ReadableText.of(source.text().substring(bodyStart)), more);
    }

    private ParsedNote notText(NotePath path, BlobId blob, byte[] content) {
        Source source = NotText.decoded(content);
        FrontMatterReader.Result front = FrontMatterBlock.find(source.text())
                .map(found -> frontMatter(source, found))
                .orElse(FrontMatterReader.Result.NONE);
        return front.isPending()
                ? new NoteAssembly(path, blob, front).text("")
                : new NoteAssembly(path, blob, notText(front.frontMatter()))
                        .text("", new Problem(Problem.Kind.NOT_TEXT, 1, NotText.MESSAGE));
    }

    /** Of what is no text only who may see it is heeded. */
    private static FrontMatterReader.Result notText(FrontMatter spoken) {
        return new FrontMatterReader.Result(SpokenVisibility.of(spoken).narrow(FrontMatter.NONE), List.of());
    }

    /** As {@link Rendering#WHOLE}. */
    public RenderedNote render(Note note, byte[] content, LinkTargets targets) {
        return render(note, Rendering.WHOLE, content, targets);
    }

    /**
     * What a note says about itself, without reading the rest: the same as in the note that {@link #parse} makes. What cannot be read in
     * time is tried again at once, and says that the note is a draft if that does not help.
     *
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    public FrontMatter frontMatter(byte[] content) {
        readings.increment();
        boolean isText = !NotText.is(content);
        Source source = isText ? Source.of(content, limits.maxNoteBytes()) : NotText.decoded(content);
        FrontMatter frontMatter = FrontMatterBlock.find(source.text())
                .map(block -> frontMatterAtLast(source, block))
                .orElse(FrontMatter.NONE);
        return isText ? frontMatter : SpokenVisibility.of(frontMatter).narrow(FrontMatter.NONE);
    }

    private FrontMatter frontMatterAtLast(Source source, FrontMatterBlock block) {
        FrontMatterReader.Result result = frontMatter(source, block);
        for (Retries retries = Retries.NONE; result.isPending() && retries.isOneLeft(); retries = retries.next()) {
            result = frontMatter(source, block);
        }
        return result.frontMatter();
    }

    /**
     * The page of a note that {@link #parse} made from {@code content}, or of a part of it.
     *
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    public RenderedNote render(Note note, Rendering rendering, byte[] content, LinkTargets targets) {
        Source source = Source.of(content, limits.maxReadBytes());
        Source head = head(source, content);
        int bodyStart = bodyStart(head, FrontMatterBlock.find(head.text()));
        Asked asked = new Asked(note, rendering.part(), targets);
        for (Problem problem : note.problems()) {
            if (problem.kind() == Problem.Kind.NOT_TEXT) {
                String html = notice("Not shown", problem);
                return new RenderedNote(html, List.of(), List.of(), new TreeSet<>(), Optional.empty(), html.length());
            } else if (problem.kind() == Problem.Kind.OVER_BUDGET || problem.kind() == Problem.Kind.PENDING) {
                return asText(asked, source, bodyStart, problem);
            }
        }
        try {
            return run(() -> {
                NoteBody body = body(source, content, bodyStart);
                HtmlOut out = new HtmlOut(limits.maxOutputChars());
                NoteWriter writer = new NoteWriter(body, out, targets, rendering.softBreaks());
                write(writer, writing(note, rendering.part(), body, bodyStart));
                return page(HtmlPolicy.sanitized(out.toString()), writer, body);
            });
        } catch (OverBudgetException e) {
            return asText(asked, source, bodyStart, problem(source, bodyStart, e));
        } catch (LateException e) {
            return asText(asked, source, bodyStart, problem(source, bodyStart, e));
        }
    }

    /**
     * {@code page} with its {@link RenderedNote#passages} shown in it, and theirs in them: to the depth {@link Link#MAX_EMBED_DEPTH}, no
     * longer than one page may be, and none inside itself. In the place of the rest stands a link that says why. Headings are those of the
     * page alone; features are those of all that is shown.
     *
     * @param self the note whose page it is
     * @param parts renders a passage; asked once for each; empty when it cannot be shown
     */
    public RenderedNote filled(NotePath self, RenderedNote page, Function<Passage, Optional<RenderedNote>> parts) {
        return Transclusion.filled(self, page, limits, parts);
    }

    /** How much one note may cost. */
    public MarkdownLimits limits() {
        return limits;
    }

    /** How many parsings and renderings were given up since the start because their time was over. */
    public long abandoned() {
        return threads.abandoned();
    }

    /** How many files were read since the start, whole or only what they say about themselves; one that is read twice counts twice. */
    public long readings() {
        return readings.sum();
    }

    /** Ends the threads; what is still running on one is left alone. */
    @Override
    public void close() {
        threads.close();
    }

    /** CommonMark alone, not sanitised: for comparison with the specification. */
    static String commonMark(String text) {
        HtmlOut out = new HtmlOut(Integer.MAX_VALUE);
        var tree = Syntax.commonMark(text);
        new CommonMarkWriter(out, tree).children(tree);
        return out.toString();
    }

    private static int bodyStart(Source source, Optional<FrontMatterBlock> block) {
        return block.map(FrontMatterBlock::bodyStart).orElseGet(() -> FrontMatterBlock.bodyStart(source.text()));
    }

    private FrontMatterReader.Result frontMatter(Source source, FrontMatterBlock block) {
        FrontMatterReader reader = new FrontMatterReader(source, block);
        try {
            return run(reader::read);
        } catch (OverBudgetException e) {
            return reader.unread(1, "front matter: " + e.getMessage());
        } catch (LateException e) {
            return FrontMatterReader.Result.pending(String.valueOf(e.getMessage()));
        }
    }

    /** The start of a file, in which its front matter is looked for: whoever reads no more finds the same. */
    private Source head(Source source, byte[] content) {
        return content.length > limits.maxNoteBytes() ? Source.of(content, limits.maxNoteBytes()) : source;
    }

    private <T> T run(Callable<T> work) throws OverBudgetException, LateException {
        WarmUp.done();
        return threads.run(work);
    }

    private BodyContent bodyContent(Source source, byte[] content, int bodyStart)
            throws OverBudgetException, LateException {
        if (content.length > limits.maxReadBytes()) {
            throw tooLong("too large", limits.maxReadBytes());
        }
        try {
            return run(() -> body(source, content, bodyStart).content());
        } catch (OverBudgetException e) {
            return new PartedBody(source, limits, order, this::run).read(bodyStart, problem(source, bodyStart, e));
        }
    }

    private static OverBudgetException tooLong(String what, int maxBytes) {
        return new OverBudgetException(what + ": expected at most " + maxBytes + " bytes, found more");
    }

    private NoteBody body(Source source, byte[] content, int bodyStart) throws OverBudgetException {
        if (content.length > limits.maxNoteBytes()) {
            throw tooLong("too long for a page", limits.maxNoteBytes());
        }
        String masked = HiddenText.of(source.text(), bodyStart).masked(source.text());
        BudgetScan.check(masked, bodyStart, limits.maxNesting());
        return BodyReader.read(source, masked.substring(bodyStart), bodyStart, order);
    }

    private static Consumer<NoteWriter> writing(Note note, String part, NoteBody body, int bodyStart) {
        if (part.isEmpty()) {
            return writer -> writer.writeAll(note.title());
        }
        Optional<Stretch> stretch = Stretch.of(note, part).or(() -> new PlaceBlock(note, body, bodyStart).of(part));
        return writer -> stretch.ifPresent(found -> writer.writePart(found.blocks(body.tree(), bodyStart)));
    }

    private static RenderedNote page(String html, NoteWriter writer, NoteBody body) {
        return new RenderedNote(
                html,
                writer.headings(),
                writer.passages(),
                writer.features(),
                Optional.empty(),
                body.tree().getTextLength());
    }

    private static void write(NoteWriter writer, Consumer<NoteWriter> writing) throws OverBudgetException {
        try {
            writing.accept(writer);
        } catch (HtmlOut.FullException e) {
            throw e.overBudget();
        }
    }

    /** What is to be shown. */
    private record Asked(Note note, String part, LinkTargets targets) {

        /** Where it stands; all of the body when the part is not known. */
        Stretch stretch(int bodyStart) {
            return Stretch.of(note, part).orElse(new Stretch(bodyStart, Integer.MAX_VALUE));
        }
    }

    /** The reason first, then the text as it is, but for what is hidden. */
    private RenderedNote asText(Asked asked, Source source, int bodyStart, Problem problem) {
        LiveSource text = new LiveSource(source.text(), bodyStart, limits.maxOutputChars(), asked.targets());
        String written = text.write(asked.note(), asked.stretch(bodyStart));
        boolean isPending = problem.kind() == Problem.Kind.PENDING;
        String what = isPending ? "Shown as plain text for now" : "Shown as plain text";
        String html = notice(what, problem) + HtmlPolicy.sanitized(written);
        boolean isKnown = asked.note().problems().contains(problem) && !isPending;
        return new RenderedNote(
                html,
                text.headings(),
                List.of(),
                new TreeSet<>(),
                Optional.of(problem).filter(one -> !isKnown),
                html.length());
    }

    private static String notice(String what, Problem problem) {
        return new HtmlOut(Integer.MAX_VALUE)
                .raw("<p class=\"notice\">")
                .text(what + ": " + problem.message())
                .raw("</p>\n")
                .toString();
    }

    private static Problem problem(Source source, int bodyStart, OverBudgetException e) {
        return new Problem(Problem.Kind.OVER_BUDGET, source.line(bodyStart), String.valueOf(e.getMessage()));
    }

    private static Problem problem(Source source, int bodyStart, LateException e) {
        return new Problem(Problem.Kind.PENDING, source.line(bodyStart), String.valueOf(e.getMessage()));
    }
}
