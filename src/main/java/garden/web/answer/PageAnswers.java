package garden.web.answer;

import garden.page.Pages;
import garden.page.view.View;
import garden.web.answer.Answer.Caching;
import java.nio.charset.StandardCharsets;

/** From a view to the answer that shows it: the one way in which a page is sent. */
public record PageAnswers(Pages pages) {

    /** A page of one commit, for everyone; kept by nobody while something on it is pending. */
    public Answer.Body kept(View view) {
        return answer(200, view, view.isPending() ? Caching.NEVER : Caching.BY_COMMIT);
    }

    /** A page that is not for everyone, not of one commit alone, or says that something else is not there. */
    public Answer.Body unkept(int status, View view) {
        return answer(status, view, Caching.NEVER);
    }

    private Answer.Body answer(int status, View view, Caching caching) {
        byte[] html = pages.render(view).getBytes(StandardCharsets.UTF_8);
        SecurityHeaders security = view.hasDiagrams() ? SecurityHeaders.PAGE_WITH_DIAGRAMS : SecurityHeaders.PAGE;
        return new Answer.Body(status, ContentTypes.HTML, html, caching, security);
    }
}
