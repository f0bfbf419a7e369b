package garden.bench;

import java.io.PrintStream;
import java.util.Locale;

/** The figures as a table in Markdown, printed row by row. */
final class Table {

    private final PrintStream out;

    Table(PrintStream out) {
        this.out = out;
        out.println("| what | notes | figure | beside it |");
        out.println("| --- | --- | --- | --- |");
    }

    /** A figure, in words with its unit. */
    void row(String what, int notes, String figure, String beside) {
        out.printf(Locale.ROOT, "| %s | %,d | %s | %s |%n", what, notes, figure, beside);
        out.flush();
    }

    static String text(String form, Object... figures) {
        return String.format(Locale.ROOT, form, figures);
    }
}
