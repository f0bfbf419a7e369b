package garden.web.answer;

import garden.page.Pages;
import garden.page.view.View;
import garden.web.answer.Answer.Caching;
import java.nio.charset.StandardCharsets;

/** From a view to the answer that shows it: the one way in which a page is sent. */
public record PageAnswers(Pages pages) {

    /** Where the template leaves room for the hash. */
    private static final String SHOWN = "<body data-shown=\"";

    /** A page of one commit, for everyone; kept by nobody while something on it is pending. */
    public Answer.Body kept(View view) {
        return answer(200, view, view.isPending() ? Caching.NEVER : Caching.BY_COMMIT);
    }

    /** A page of which a push says whether it differs: its content is its tag. */
    public Answer.Body finished(View view) {
        return answer(200, view, view.isPending() ? Caching.NEVER : Caching.BY_CONTENT);
    }

    /** A page that is not for everyone, not of one commit alone, or says that something else is not there. */
    public Answer.Body unkept(int status, View view) {
        return answer(status, view, Caching.NEVER);
    }

    private Answer.Body answer(int status, View view, Caching caching) {
        String html = pages.render(view);
        String shown = PageHash.of(html);
        byte[] named = named(html, shown).getBytes(StandardCharsets.UTF_8);
        SecurityHeaders security = view.hasDiagrams() ? SecurityHeaders.PAGE_WITH_DIAGRAMS : SecurityHeaders.PAGE;
        return new Answer.Body(status, ContentTypes.HTML, named, caching, security, shown);
    }

    /** The page with the hash of all else in it. Text of notes is escaped before: the first such tag is the page's own. */
    private static String named(String html, String shown) {
        int place = html.indexOf(SHOWN) + SHOWN.length();
        return html.substring(0, place) + shown + html.substring(place);
    }
}
