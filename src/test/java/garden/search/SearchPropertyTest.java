package garden.search;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import garden.note.NotePath;
import garden.note.ParsedNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search answers is a function of the notes, not of how they came into the index. */
class SearchPropertyTest {

    private static final List<String> HOSTILE = List.of(
            "\0",
            "\ud800",
            "\"",
            "\"\"\"",
            "-",
            "--",
            "-\"",
            "+-&&||!(){}[]^\"~*?:\\/",
            "AND OR NOT",
            "a AND",
            "*:*",
            "*",
            "?",
            "~2",
            "title:[* TO *]",
            "a^9999999999",
            "(".repeat(10_000),
            "a ".repeat(10_000),
            "\"a ".repeat(5_000),
            "x".repeat(10_000),
            "infinibandd ".repeat(100),
            "#".repeat(1_000),
            "tag:",
            "tag:/",
            "#/",
            "path:",
            "path:..",
            "path:\"",
            "-path:",
            "tag:\"a b\"",
            "\ufdfa".repeat(1_000),
            "e" + "\u0301".repeat(5_000),
            "東".repeat(1_000),
            "🌱".repeat(1_000),
            "ไทย".repeat(500),
            "a.b.c.d.e.f.g.h",
            "'''",
            "a'b'c",
            "\u202e\u200b",
            "/".repeat(1_000),
            "<script>",
            "1e400 NaN -0");

    private static final CommitId COMMIT = new CommitId("c".repeat(40));

    @TempDir
    private Path folder;

    /** All that can be asked of a view. */
    private record Answers(List<SearchResult> results, List<List<Suggestion>> names) {

        static Answers of(SearchIndex index, List<String> queries) throws IOException {
            SearchView view = index.view();
            List<SearchResult> results = queries.stream()
                    .map(query -> view.search(Query.parse(query), 0, 20))
                    .toList();
            List<List<Suggestion>> names = queries.stream()
                    .flatMap(query -> Stream.of(view.similarTitles(query, 5), view.suggest(query, 5)))
                    .toList();
            view.release();
            return new Answers(results, names);
        }
    }

    @Test
    void updateEqualsRebuild() throws IOException {
        for (int seed = 0; seed < 6; seed++) {
            checkUpdateEqualsRebuild(seed);
        }
    }

    private void checkUpdateEqualsRebuild(int seed) throws IOException {
        Arbitrary arbitrary = new Arbitrary(seed);
        Map<NotePath, ParsedNote> notes = new TreeMap<>();
        try (SearchIndex updated = SearchIndex.open(folder.resolve("updated" + seed), "test");
                SearchIndex rebuilt = SearchIndex.open(folder.resolve("rebuilt" + seed), "test")) {
            for (int step = 0; step < 8; step++) {
                change(arbitrary, updated, notes);
                List<ParsedNote> shuffled = new ArrayList<>(notes.values());
                Collections.shuffle(shuffled, new Random(seed));
                rebuilt.clear();
                rebuilt.apply(COMMIT, shuffled, List.of());
                List<String> queries =
                        Stream.generate(arbitrary::query).limit(8).toList();
                assertThat(Answers.of(updated, queries))
                        .as("seed %d, step %d, %s", seed, step, queries)
                        .isEqualTo(Answers.of(rebuilt, queries));
                assertThat(updated.notes()).isEqualTo(rebuilt.notes());
            }
        }
    }

    private static void change(Arbitrary arbitrary, SearchIndex index, Map<NotePath, ParsedNote> notes)
            throws IOException {
        Map<NotePath, ParsedNote> put = new TreeMap<>();
        for (int i = arbitrary.number(12); i >= 0; i--) {
            NotePath path = arbitrary.path();
            put.put(path, arbitrary.parsed(path));
        }
        List<NotePath> removed = notes.keySet().stream()
                .filter(path -> arbitrary.number(5) == 0 && !put.containsKey(path))
                .toList();
        index.apply(COMMIT, put.values(), removed);
        notes.keySet().removeAll(removed);
        notes.putAll(put);
        if (arbitrary.number(3) == 0) {
            index.save();
        }
    }

    @Test
    void hostileQueriesAreAnswered() throws IOException {
        Arbitrary arbitrary = new Arbitrary(1);
        try (SearchIndex index = SearchIndex.open(folder, "test")) {
            List<ParsedNote> notes = Stream.generate(arbitrary::path)
                    .limit(60)
                    .distinct()
                    .map(arbitrary::parsed)
                    .toList();
            index.apply(COMMIT, notes, List.of());
            SearchView view = index.view();
            for (String query : HOSTILE) {
                SearchResult result = view.search(Query.parse(query), 0, 10);
                assertThat(result.hits()).hasSizeLessThanOrEqualTo(result.total());
                assertThat(view.suggest(query, 5)).hasSizeLessThanOrEqualTo(5);
                assertThat(view.similarTitles(query, 5)).hasSizeLessThanOrEqualTo(5);
            }
            view.release();
        }
    }

    @Test
    void readersSeeOneCommitWhileTheIndexGoesOn() throws IOException, InterruptedException, ExecutionException {
        try (SearchIndex index = SearchIndex.open(folder, "test");
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            index.apply(commit(0), numbered(0), List.of());
            Live live = new Live(index.view());
            List<Future<Integer>> reads = Stream.generate(() -> readers.submit(() -> readUntil(live, commit(40))))
                    .limit(3)
                    .toList();
            for (int i = 1; i <= 40; i++) {
                index.apply(commit(i), numbered(i), List.of());
                SearchView before = live.view;
                live.view = index.view();
                before.release();
                if (i % 10 == 0) {
                    index.save();
                }
            }
            for (Future<Integer> read : reads) {
                assertThat(read.get()).isPositive();
            }
            live.view.release();
        }
    }

    /** The cell through which readers find the newest view. */
    private static final class Live {
        private volatile SearchView view;

        Live(SearchView view) {
            this.view = view;
        }
    }

    private static CommitId commit(int number) {
        return new CommitId("%040x".formatted(number));
    }

    /** Three notes that all carry the number, so that a mix of two commits shows. */
    private static List<ParsedNote> numbered(int number) {
        return NoteTexts.notes(
                "--- a.md\nnumber%1$d oak\n--- b.md\nnumber%1$d oak\n--- c.md\nnumber%1$d oak\n".formatted(number));
    }

    private static int readUntil(Live live, CommitId last) {
        int reads = 0;
        CommitId seen = commit(0);
        while (!seen.equals(last)) {
            SearchView view = live.view;
            if (!view.tryRetain()) {
                continue;
            }
            seen = view.commit().orElseThrow();
            Query query = Query.parse("number" + Integer.parseInt(seen.hex(), 16) + " oak");
            SearchResult result = view.search(query, 0, 10);
            assertThat(result.total()).isEqualTo(3);
            assertThat(result.isApproximate()).isFalse();
            view.release();
            reads++;
        }
        return reads;
    }
}
