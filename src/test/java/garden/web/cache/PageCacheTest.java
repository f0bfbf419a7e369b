package garden.web.cache;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.Target;
import garden.note.NotePath;
import garden.snapshot.Garden;
import garden.snapshot.SampleGardens;
import garden.web.answer.Answer;
import garden.web.answer.FinishedPage;
import garden.web.answer.PageVersion;
import garden.web.answer.SecurityHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageCacheTest {

    private static final Target OAK = new Target.File(new NotePath("oak.md"));
    private static final Target ELM = new Target.File(new NotePath("elm.md"));

    private final Garden first = SampleGardens.of("--- oak.md\n");
    private final Garden second = SampleGardens.of("--- oak.md\n--- elm.md\n");
    private final PageCache cache = new PageCache(1 << 20);

    private static FinishedPage page(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Answer.Body body = new Answer.Body(
                200, "text/html", bytes, Answer.Caching.BY_CONTENT, SecurityHeaders.PAGE, "0123456789abcdef");
        return FinishedPage.of(body, "/oak?null", new PageVersion("test"));
    }

    @Test
    void aPageStaysUntilAStepAffectsWhatItShows() {
        FinishedPage page = page("Oak");
        cache.begin(first);
        cache.keep("/oak", page, Set.of(OAK), first);
        cache.keep("/elm", page("Elm"), Set.of(ELM), first);
        cache.keep("/", page("Home"), Set.of(), first);
        cache.published(first, second, Set.of(ELM));

        assertThat(cache.find("/oak", second)).containsSame(page);
        assertThat(cache.find("/elm", second)).isEmpty();
        assertThat(cache.find("/", second)).isEmpty();
    }

    @Test
    void whoReadsAnotherGardenGetsNothing() {
        cache.begin(first);
        cache.keep("/oak", page("Oak"), Set.of(OAK), first);

        assertThat(cache.find("/oak", second)).isEmpty();
    }

    /** As a slow reader makes it while a step goes by. */
    @Test
    void aPageOfTheGardenBeforeIsNotTakenIn() {
        cache.begin(first);
        cache.published(first, second, Set.of());
        cache.keep("/oak", page("Oak"), Set.of(OAK), first);

        assertThat(cache.kept()).isEmpty();
    }

    @Test
    void aStepFromAGardenThatIsNotKnownLeavesNothing() {
        Garden third = SampleGardens.of("--- ash.md\n");
        cache.begin(first);
        cache.keep("/oak", page("Oak"), Set.of(OAK), first);
        cache.published(second, third, Set.of());

        assertThat(cache.kept()).isEmpty();
        cache.keep("/ash", page("Ash"), Set.of(OAK), third);
        assertThat(cache.find("/ash", third)).isPresent();
    }

    @Test
    void aGardenThatCameWithoutAStepIsFoundOut() {
        cache.begin(first);
        for (int i = 0; i < 100; i++) {
            cache.see(second);
        }
        cache.keep("/oak", page("Oak"), Set.of(OAK), second);

        assertThat(cache.find("/oak", second)).isPresent();
    }

    @Test
    void takesNoMoreThanItsLimit() {
        PageCache small = new PageCache(100_000);
        small.begin(first);
        for (int i = 0; i < 100; i++) {
            small.keep("/" + i, page("x".repeat(20_000)), Set.of(OAK), first);
        }
        assertThat(small.kept()).hasSizeBetween(1, 4);
        PageCache none = new PageCache(0);
        none.begin(first);
        none.keep("/oak", page("Oak"), Set.of(OAK), first);
        assertThat(none.kept()).isEmpty();
    }
}
