package garden.markdown.reading;

import garden.markdown.budget.BudgetScan;
import garden.markdown.budget.BudgetedThreads;
import garden.markdown.budget.LateException;
import garden.markdown.budget.OverBudgetException;
import garden.markdown.model.MarkdownLimits;
import garden.markdown.model.WikiOrder;
import garden.markdown.text.HiddenText;
import garden.markdown.text.Source;
import garden.markdown.text.TextParts;
import garden.note.Problem;
import java.util.concurrent.Callable;

/**
 * Reads the body of a note that is refused in one piece, in parts, each within the budgets of a note. What no part shows stays text: a
 * footnote holds for its own part. Used once, by one thread.
 */
public final class PartedBody {

    /** So many times the text may be parsed, with what opens its parts: a part that is refused is parsed again in smaller ones. */
    private static final int TIMES = 8;

    /** What a part costs beside its text, in UTF-16 units. */
    private static final int COST_OF_A_PART = 1 << 8;

    /** Does the work for one part, as {@link BudgetedThreads#run} does. */
    @FunctionalInterface
    public interface Budget {

        BodyContent run(Callable<BodyContent> work) throws OverBudgetException, LateException;
    }

    private final Source source;
    private final MarkdownLimits limits;
    private final WikiOrder order;
    private final Budget budget;
    private final long mostParsed;
    private long parsed;
    private boolean isUsedUp;

    public PartedBody(Source source, MarkdownLimits limits, WikiOrder order, Budget budget) {
        this.source = source;
        this.limits = limits;
        this.order = order;
        this.budget = budget;
        this.mostParsed = (long) TIMES * Math.max(source.text().length(), TextParts.MAX_CHARS);
    }

    /** What follows {@code bodyStart}. The first of its problems is {@code why} it is read in parts. */
    public BodyContent read(int bodyStart, Problem why) throws LateException {
        String text = source.text();
        TextParts parts = new TextParts(text, bodyStart, TextParts.MAX_CHARS);
        String masked = HiddenText.of(text, bodyStart, parts).maskedWhole(text);
        BodyParts read = new BodyParts(source, new Definitions(masked, parts.definitions()));
        for (TextParts.Part part : parts.all()) {
            read(part, masked.substring(part.start(), part.end()), read);
        }
        return read.whole(why);
    }

    /** UTF-16 units given to the parser so far, with something for each part. */
    public long parsed() {
        return parsed;
    }

    private void read(TextParts.Part part, String body, BodyParts read) throws LateException {
        if (part.isRaw()) {
            read.addText(body);
            return;
        }
        TextParts.Part defined = part.after(read.definitions().usedIn(body));
        if (!isRoomFor(defined, body, read)) {
            read.addWords(body);
            return;
        }
        try {
            read.add(budget.run(() -> content(read, defined, body)));
        } catch (OverBudgetException e) {
            if (body.length() > TextParts.MIN_CHARS) {
                readInside(part, body, read);
            } else {
                read.addWords(body);
                read.add(unread(part, "of this part", String.valueOf(e.getMessage())));
            }
        }
    }

    /** Once there is none there is none for the rest, which the first problem of the rest says. */
    private boolean isRoomFor(TextParts.Part part, String body, BodyParts read) {
        long cost = (long) COST_OF_A_PART + part.opening().length() + body.length();
        boolean isRoom = !isUsedUp && parsed + cost <= mostParsed;
        if (!isRoom && !isUsedUp) {
            read.add(unread(part, "from here on", "the text before was parsed as often as it may be"));
        }
        isUsedUp = !isRoom;
        parsed += isRoom ? cost : 0;
        return isRoom;
    }

    /** Of a part that is refused smaller ones may not be. */
    private void readInside(TextParts.Part part, String body, BodyParts read) throws LateException {
        String text = part.opening() + body;
        TextParts parts = new TextParts(text, 0, Math.max(TextParts.MIN_CHARS, body.length() / TextParts.INSIDE));
        HiddenText.of(text, 0, parts);
        int opened = part.opening().length();
        for (TextParts.Part inside : parts.all()) {
            int start = Math.max(inside.start(), opened);
            if (inside.end() > start) {
                String opening = inside.opening() + text.substring(inside.start(), start);
                int shift = part.start() - opened;
                read(
                        new TextParts.Part(start + shift, inside.end() + shift, inside.isRaw(), opening),
                        text.substring(start, inside.end()),
                        read);
            }
        }
    }

    private Problem unread(TextParts.Part part, String where, String why) {
        return new Problem(
                Problem.Kind.OVER_BUDGET, source.line(part.start()), "links " + where + " are not read: " + why);
    }

    private BodyContent content(BodyParts before, TextParts.Part part, String body) throws OverBudgetException {
        BudgetScan.checkPart(part.opening() + body, limits.maxNesting());
        return BodyReader.read(before, part, body, order).content();
    }
}
