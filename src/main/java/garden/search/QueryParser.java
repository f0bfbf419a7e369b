package garden.search;

import garden.note.Tag;
import garden.search.Query.Clause;
import java.util.ArrayList;
import java.util.List;

/** Reads one query, from left to right, once; linear in its length. */
final class QueryParser {

    private static final String TAG = "tag:";
    private static final String PATH = "path:";

    private final String text;
    private final List<Clause> wanted = new ArrayList<>();
    private final List<Clause> unwanted = new ArrayList<>();
    private int position = 0;

    QueryParser(String text) {
        this.text = text.length() > Query.MAX_LENGTH ? text.substring(0, Query.MAX_LENGTH) : text;
    }

    Query parse() {
        skipSpace();
        while (position < text.length() && wanted.size() + unwanted.size() < Query.MAX_CLAUSES) {
            parseClause();
            skipSpace();
        }
        return wanted.isEmpty() && unwanted.size() == 1 && unwanted.getFirst() instanceof Query.Word
                ? new Query(unwanted, wanted)
                : new Query(wanted, unwanted);
    }

    private void parseClause() {
        boolean isUnwanted = text.charAt(position) == '-' && !text.startsWith("--", position);
        if (isUnwanted) {
            position++;
        }
        Clause clause = nextClause();
        if (isSomething(clause)) {
            (isUnwanted ? unwanted : wanted).add(clause);
        }
    }

    private Clause nextClause() {
        if (isQuoteWithEnd()) {
            return new Query.Phrase(nextQuoted());
        }
        if (text.startsWith("#", position)) {
            int start = position++;
            return tagOrWord(nextWord(), start);
        }
        if (text.regionMatches(true, position, TAG, 0, TAG.length())) {
            int start = position;
            position += TAG.length();
            String name = nextValue();
            return tagOrWord(name.startsWith("#") ? name.substring(1) : name, start);
        }
        if (text.regionMatches(true, position, PATH, 0, PATH.length())) {
            position += PATH.length();
            String prefix = nextValue();
            return new Query.Under(prefix.startsWith("/") ? prefix.substring(1) : prefix);
        }
        return new Query.Word(nextWord());
    }

    private Clause tagOrWord(String name, int start) {
        String tag = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return Tag.isTag(tag) ? new Query.Tagged(new Tag(tag)) : new Query.Word(text.substring(start, position));
    }

    private String nextValue() {
        return isQuoteWithEnd() ? nextQuoted() : nextWord();
    }

    /** What is up to the next space; a quote that no other closes is part of it. */
    private String nextWord() {
        int start = position;
        while (position < text.length() && !isSpace(position)) {
            position++;
        }
        return text.substring(start, position);
    }

    private String nextQuoted() {
        int start = position + 1;
        int end = closingQuote(start);
        position = end + 1;
        return text.substring(start, end);
    }

    private boolean isQuoteWithEnd() {
        return position < text.length() && isQuote(text.charAt(position)) && closingQuote(position + 1) >= 0;
    }

    private int closingQuote(int from) {
        for (int i = from; i < text.length(); i++) {
            if (isQuote(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private void skipSpace() {
        while (position < text.length() && isSpace(position)) {
            position++;
        }
    }

    private boolean isSpace(int index) {
        char c = text.charAt(index);
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    /** Straight, and as keyboards and office programs write them. */
    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»';
    }

    private static boolean isSomething(Clause clause) {
        return switch (clause) {
            case Query.Word(String word) -> word.codePoints().anyMatch(QueryParser::isVisible);
            case Query.Phrase(String words) -> words.codePoints().anyMatch(QueryParser::isVisible);
            case Query.Tagged ignored -> true;
            case Query.Under(String prefix) -> !prefix.isEmpty();
        };
    }

    /** Letters, digits, and whatever else the index may keep, such as emoji; not the signs of a query. */
    private static boolean isVisible(int c) {
        return Character.isLetterOrDigit(c) || c > 0x7f;
    }
}
