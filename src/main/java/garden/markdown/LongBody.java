package garden.markdown;

import garden.note.Problem;
import java.util.concurrent.Callable;

/**
 * Reads the body of a note that is too long to be parsed at once, in parts, each within the budgets of a note. What no part shows stays
 * text: a definition of a link or footnote holds for its own part.
 */
record LongBody(Source source, MarkdownLimits limits, WikiOrder order) {

    /** Does the work for one part, as {@link BudgetedThreads#run} does. */
    @FunctionalInterface
    interface Budget {

        BodyContent run(Callable<BodyContent> work) throws OverBudgetException, LateException;
    }

    /** What follows {@code bodyStart}. The first of its problems says that the note is long. */
    BodyContent read(int bodyStart, Budget budget) throws LateException {
        String text = source.text();
        TextParts textParts = new TextParts(text, bodyStart);
        String masked = HiddenText.of(text, bodyStart, textParts).maskedWhole(text);
        BodyParts read = new BodyParts(source);
        for (TextParts.Part part : textParts.all()) {
            String body = masked.substring(part.start(), part.end());
            if (part.isRaw()) {
                read.addText(body);
                continue;
            }
            try {
                read.add(budget.run(() -> content(read, body, part.start())));
            } catch (OverBudgetException e) {
                read.addWords(body);
                read.add(new Problem(
                        Problem.Kind.OVER_BUDGET,
                        source.line(part.start()),
                        "links of this part are not read: " + e.getMessage()));
            }
        }
        return read.whole(new Problem(
                Problem.Kind.OVER_BUDGET,
                source.line(bodyStart),
                "too long for a page: expected at most " + limits.maxNoteBytes() + " bytes, found more"));
    }

    private BodyContent content(BodyParts before, String part, int start) throws OverBudgetException {
        BudgetScan.check(part, 0, limits.maxNesting());
        return BodyReader.read(before, part, start, order).content();
    }
}
