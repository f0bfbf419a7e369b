package garden.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import garden.git.GitRepo;
import garden.graph.PageNames;
import garden.graph.Target;
import garden.note.BlobId;
import garden.note.Folder;
import garden.note.NameKey;
import garden.note.Note;
import garden.note.Slug;
import garden.note.UrlCase;
import garden.page.Pages;
import garden.page.Views;
import garden.page.address.Address;
import garden.page.address.Site;
import garden.page.layout.PageContext;
import garden.page.layout.Uncommitted;
import garden.page.layout.Viewer;
import garden.page.note.NoteBodies;
import garden.snapshot.AddressRules;
import garden.snapshot.Garden;
import garden.snapshot.NameOrder;
import garden.sync.Publication;
import garden.sync.RandomLife;
import garden.sync.SyncedGarden;
import garden.web.answer.Answer;
import garden.web.answer.BlobSource;
import garden.web.answer.FinishedPage;
import garden.web.answer.HttpFailure;
import garden.web.answer.PageVersion;
import garden.web.answer.ServerStatus;
import garden.web.cache.PageCache;
import garden.web.live.LiveUpdates;
import garden.web.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an author does, a page that is kept is the page that would be made now: a step names every page that differs. */
@Timeout(240)
class FinishedPagesTest {

    private static final Site SITE = new Site("Test", "", "en", "http://localhost", "");
    private static final int READERS = 50;
    private static final int STEPS = 28;

    @TempDir
    Path folder;

    /** All that was ever asked for. */
    private final Set<String> asked = new TreeSet<>();

    private int stillKept;

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 41, 47})
    void everyKeptPageIsAsAFreshOne(long seed) throws Exception {
        check(seed, AddressRules.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(longs = {36, 37})
    void soItIsWithLowerAddressesAndDashedNames(long seed) throws Exception {
        check(seed, new AddressRules(UrlCase.LOWER, Set.of(), PageNames.DASHED, NameOrder.of("sv")));
    }

    /** What an author does in one step, and random life seldom; a file is named, and what it says follows. */
    static Stream<Arguments> oneStep() {
        return Stream.of(
                arguments(
                        "backlinks from a property of a note whose address another takes",
                        List.of("the oak.md", "---\nup: '[[elm]]'\n---\nTall.", "elm.md", "An elm."),
                        List.of("the-oak.md", "Another.")),
                arguments(
                        "links to the page of a tag that is spelled otherwise now",
                        List.of("z.md", "#oak", "link.md", "See [[tags/oak]].", "embeds.md", "![[link]]"),
                        List.of("a.md", "#Oak")),
                arguments(
                        "a note in a folder that is called Tags",
                        List.of("z.md", "#oak", "y.md", "#elm"),
                        List.of("Tags/oak.md", "Oaks.")),
                arguments(
                        "the first note with a tag that two notes introduce",
                        List.of("tags/Oak.md", "One.", "tags/oak.md", "Two."),
                        List.of("z.md", "#oak")),
                arguments(
                        "a folder that takes the address of another",
                        List.of("A b/n.md", "Spaced.", "A b/c/n.md", "Inside."),
                        List.of("A-b/m.md", "Dashed.", "A-b/c/m.md", "Inside.")),
                arguments(
                        "forced rules for a note, folders and a tag",
                        List.of("a.md", "#oak", "b.md", "#elm", "x/n.md", "[[a]]", "x/y/n.md", "Deep."),
                        List.of("_redirects", "/a /b 301!\n/x/* /b 302!\n/tags/oak /b 301!\n")),
                arguments(
                        "a forced rule that closes a page",
                        List.of("a.md", "An oak.", "b.md", "[[a]]"),
                        List.of("_redirects", "/a /gone 410!\n")),
                arguments(
                        "a page to which a forced rule leads",
                        List.of("a.md", "An oak.", "b.md", "[[a]]", "_redirects", "/a /c 301!\n"),
                        List.of("c.md", "A new home.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneStep")
    void whatNoStepNamesIsAsAFreshPage(String what, List<String> before, List<String> step) throws Exception {
        GitRepo work = GitRepo.in(folder.resolve("work"));
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            PageCache cache = new PageCache(64 << 20);
            AnswerSource kept = source(garden, cache);
            garden.receive(written(work, before)).sync();
            cache.begin(garden.garden());
            ask(kept, garden);
            int all = cache.kept().size();
            Publication published = garden.receive(written(work, step)).sync();
            cache.published(published.before(), published.now(), published.affected());

            AnswerSource fresh = source(garden, new PageCache(0));
            cache.kept().forEach((href, page) -> checkFresh(fresh, garden, href, page, what));
            assertThat(cache.kept().size()).as("taken out").isLessThan(all);
        }
    }

    private static GitRepo written(GitRepo work, List<String> files) {
        for (int i = 0; i < files.size(); i += 2) {
            work.write(files.get(i), files.get(i + 1));
        }
        work.commit("step");
        return work;
    }

    @Test
    void aPageThatManyAskForIsMadeOnce() throws Exception {
        GitRepo work = GitRepo.in(folder.resolve("work")).write("oak.md", "An oak.");
        work.commit("oak");
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            garden.receive(work).sync();
            int once = layoutsMade(garden, 1);

            assertThat(once).isPositive();
            assertThat(layoutsMade(garden, READERS)).isEqualTo(once);
        }
    }

    /** Whoever makes a page asks what of it is committed; so often is that asked when so many want one page at once. */
    private static int layoutsMade(SyncedGarden garden, int readers) throws Exception {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(readers);
        PageCache cache = new PageCache(1 << 20);
        cache.begin(garden.garden());
        AnswerSource source = source(garden, cache, tip -> {
            made.incrementAndGet();
            return Optional.empty();
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                answers.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    return answer(source, garden, "/oak");
                }));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).contains("An oak.");
            }
        }
        return made.get();
    }

    private void check(long seed, AddressRules rules) throws Exception {
        RandomLife life = new RandomLife(seed, folder.resolve("work"));
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"), rules)) {
            PageCache cache = new PageCache(64 << 20);
            AnswerSource kept = source(garden, cache);
            AnswerSource fresh = source(garden, new PageCache(0));
            cache.begin(garden.garden());
            for (int step = 0; step < STEPS; step++) {
                if (step % 4 == 3) {
                    life.step(step);
                } else {
                    life.smallStep(step);
                }
                Publication published = garden.receive(life.work()).sync();
                cache.published(published.before(), published.now(), published.affected());
                String when = "seed " + seed + ", step " + step;
                cache.kept().forEach((href, page) -> checkFresh(fresh, garden, href, page, when));
                stillKept += cache.kept().size();
                ask(kept, garden);
            }
        }
        assertThat(stillKept).isGreaterThan(50);
    }

    private static void checkFresh(
            AnswerSource fresh, SyncedGarden garden, String href, FinishedPage page, String when) {
        assertThat(text(page)).as(when + ", " + href).isEqualTo(answer(fresh, garden, href));
    }

    private static String text(FinishedPage page) {
        return new String(page.plain(), StandardCharsets.UTF_8);
    }

    private static String answer(AnswerSource source, SyncedGarden garden, String href) {
        int question = href.indexOf('?');
        String path = question < 0 ? href : href.substring(0, question);
        Address address = Address.parse(path, question < 0 ? "" : href.substring(question + 1));
        try {
            Answer answer = garden.loop()
                    .live()
                    .read(snapshot ->
                            source.at(address, Viewer.READER, snapshot).answer());
            return answer instanceof FinishedPage page ? text(page) : answer.toString();
        } catch (HttpFailure e) {
            return e.toString();
        }
    }

    private void ask(AnswerSource source, SyncedGarden synced) {
        Garden garden = synced.garden();
        Set<Slug> slugs = new TreeSet<>();
        for (Note note : garden.graph().notes().values()) {
            slugs.add(garden.slug(note.path()));
            slugs.add(new Slug(note.path().withoutSuffix()));
            for (Folder level = note.path().folder(); !level.isRoot(); level = level.parent()) {
                slugs.add(garden.slug(new Target.FolderPage(level)));
            }
        }
        slugs.add(new Slug(""));
        slugs.add(new Slug("tags/"));
        for (NameKey tag : garden.tags()) {
            slugs.add(garden.tagSlug(tag));
        }
        for (Slug slug : slugs) {
            asked.add(SITE.href(new Address.Content(slug)));
            asked.add(SITE.href(new Address.Backlinks(slug)));
        }
        asked.forEach(href -> answer(source, synced, href));
    }

    private static AnswerSource source(SyncedGarden garden, PageCache cache) {
        return source(garden, cache, Uncommitted.NOTHING);
    }

    private static AnswerSource source(SyncedGarden garden, PageCache cache, Uncommitted uncommitted) {
        Pages pages = new Pages();
        NoteBodies bodies = new NoteBodies(garden.markdown(), garden::bytes, 4 << 20);
        Wiring.Making making = new Wiring.Making(
                new Views(new PageContext(SITE, pages.links(SITE), uncommitted), bodies), Optional.empty(), pages);
        Wiring.Running running = new Wiring.Running(
                garden.loop().live(), new LiveUpdates(1, 1), cache, FinishedPagesTest::status, Optional.empty());
        Wiring.Doors doors =
                new Wiring.Doors(new NoFiles(), Optional.empty(), Optional.empty(), Optional.empty(), "main");
        return new AnswerSource(SITE, new Answers(SITE, making, running, doors), new PageVersion("test"), running);
    }

    /** Pages need the bytes of no attachment. */
    private static final class NoFiles implements BlobSource {

        @Override
        public long size(BlobId blob) throws IOException {
            throw new IOException("there are no files");
        }

        @Override
        public InputStream stream(BlobId blob, long offset, long length) throws IOException {
            throw new IOException("there are no files");
        }
    }

    private static ServerStatus status() {
        return new ServerStatus(Optional.empty(), Optional.empty(), 0, Optional.empty(), new TreeMap<>());
    }
}
