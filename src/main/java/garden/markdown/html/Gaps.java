package garden.markdown.html;

import garden.markdown.model.LinkTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * The places in a note's HTML where other notes are to be shown. Owned by one thread.
 *
 * <p>A gap is an empty element that no author can write: {@link RawHtmlWriter} drops its attribute from raw HTML, and all other text
 * is escaped. So it can be found again after the HTML was sanitised.
 */
public final class Gaps {

    /** The attribute that numbers a gap, from 0. */
    static final String ATTRIBUTE = "data-gap";

    private final HtmlOut out;
    private final List<LinkTarget.Passage> passages = new ArrayList<>();

    Gaps(HtmlOut out) {
        this.out = out;
    }

    /** What gap {@code number} looks like, written and sanitised. */
    public static String html(int number) {
        return "<div " + ATTRIBUTE + "=\"" + number + "\"></div>";
    }

    void leave(LinkTarget.Passage passage) {
        out.line().raw(html(passages.size())).line();
        passages.add(passage);
    }

    /** What belongs into the gaps left so far, in order. */
    List<LinkTarget.Passage> passages() {
        return passages;
    }
}
