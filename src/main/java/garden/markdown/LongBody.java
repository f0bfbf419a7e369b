package garden.markdown;

import garden.note.Problem;
import java.util.concurrent.Callable;

/**
 * Reads the body of a note that is too long to be parsed at once, in parts, each within the budgets of a note. What no part shows stays
 * text: a definition of a link or footnote holds for its own part.
 */
record LongBody(Source source, MarkdownLimits limits, WikiOrder order) {

    /** UTF-16 units of a part of which nothing is read when it is refused. */
    private static final int MIN_CHARS = 1 << 10;

    /** Does the work for one part, as {@link BudgetedThreads#run} does. */
    @FunctionalInterface
    interface Budget {

        BodyContent run(Callable<BodyContent> work) throws OverBudgetException, LateException;
    }

    /** What follows {@code bodyStart}. The first of its problems says that the note is long. */
    BodyContent read(int bodyStart, Budget budget) throws LateException {
        String text = source.text();
        TextParts parts = new TextParts(text, bodyStart, TextParts.MAX_CHARS);
        String masked = HiddenText.of(text, bodyStart, parts).maskedWhole(text);
        BodyParts read = new BodyParts(source, new Definitions(masked, parts.definitions()));
        for (TextParts.Part part : parts.all()) {
            read(part, masked.substring(part.start(), part.end()), read, budget);
        }
        return read.whole(new Problem(
                Problem.Kind.OVER_BUDGET,
                source.line(bodyStart),
                "too long for a page: expected at most " + limits.maxNoteBytes() + " bytes, found more"));
    }

    private void read(TextParts.Part part, String body, BodyParts read, Budget budget) throws LateException {
        if (part.isRaw()) {
            read.addText(body);
            return;
        }
        try {
            read.add(budget.run(() -> content(read, part, body)));
        } catch (OverBudgetException e) {
            if (body.length() > MIN_CHARS) {
                readInside(part, body, read, budget);
            } else {
                read.addWords(body);
                read.add(new Problem(
                        Problem.Kind.OVER_BUDGET,
                        source.line(part.start()),
                        "links of this part are not read: " + e.getMessage()));
            }
        }
    }

    /** Of a part that is refused smaller ones may not be. */
    private void readInside(TextParts.Part part, String body, BodyParts read, Budget budget) throws LateException {
        String text = part.opening() + body;
        TextParts parts = new TextParts(text, 0, body.length() / TextParts.INSIDE);
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
                        read,
                        budget);
            }
        }
    }

    private BodyContent content(BodyParts before, TextParts.Part part, String body) throws OverBudgetException {
        TextParts.Part defined = part.after(before.definitions().usedIn(body));
        BudgetScan.check(defined.opening() + body, 0, limits.maxNesting());
        return BodyReader.read(before, defined, body, order).content();
    }
}
