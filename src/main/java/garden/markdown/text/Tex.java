package garden.markdown.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TeX as Garden reads it, which is hardly: how deep it nests, and what it says where nothing can draw it. */
public final class Tex {

    /** Twice as much, and browsers give up on what KaTeX makes of it. */
    public static final int MAX_DEPTH = 40;

    /** What stands for a formula in plain text. */
    static final String FORMULA = "…";

    private static final Pattern TOKEN = Pattern.compile("\\\\(?:[A-Za-z]++|.)|[{}\\s]|[^\\\\{}\\s]", Pattern.DOTALL);

    /** Letters, numbers and signs that read alike in TeX and in a sentence. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\s+\\-−*/=<>≤≥.,:;!?()\\[\\]|'°%]*");

    /** Commands whose argument may be one more command, without braces. */
    private static final Set<String> TAKING =
            Set.of(("sqrt frac dfrac tfrac cfrac binom dbinom tbinom overline underline overbrace underbrace widehat"
                + " widetilde hat bar vec dot ddot tilde check breve acute grave mathring boldsymbol bm mathbf mathrm"
                + " mathit mathbb mathcal mathfrak mathsf mathtt mathscr pmb phantom hphantom vphantom boxed cancel"
                + " bcancel xcancel sout overset underset stackrel mathop mathbin mathrel mathord mathopen mathclose"
                + " mathpunct mathinner smash operatorname text textbf textit textrm textsf texttt not rlap llap clap"
                + " mathllap mathrlap mathclap overrightarrow overleftarrow underrightarrow underleftarrow fbox"
                + " raisebox")
                    .split(" "));

    private Tex() {}

    /** Whether groups, delimiters, environments and arguments stand inside each other more than {@link #MAX_DEPTH} deep. */
    public static boolean isTooDeep(String tex) {
        int depth = 0;
        int chain = 0;
        int deepest = 0;
        Matcher token = TOKEN.matcher(tex);
        while (token.find()) {
            String part = token.group();
            boolean isOpening = part.equals("{") || part.equals("\\left") || part.equals("\\begin");
            boolean isClosing = part.equals("}") || part.equals("\\right") || part.equals("\\end");
            boolean isScript = part.equals("^") || part.equals("_");
            boolean isTaking = isScript || (part.startsWith("\\") && TAKING.contains(part.substring(1)));
            depth = Math.max(0, depth + (isOpening ? 1 : 0) - (isClosing ? 1 : 0));
            chain = isTaking ? chain + (isScript ? 0 : 1) : part.isBlank() ? chain : 0;
            deepest = Math.max(deepest, depth + chain);
        }
        return deepest > MAX_DEPTH;
    }

    /** {@code tex} where it reads as it is, such as {@code n + 1}; else {@link #FORMULA}. */
    public static String plain(String tex) {
        return PLAIN.matcher(tex).matches() ? tex : FORMULA;
    }
}
