package garden.search;

import static org.assertj.core.api.Assertions.assertThat;

import garden.note.CommitId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in a small garden of many scripts: whole words, parts of technical ones, other endings, mistakes. */
@TestInstance(Lifecycle.PER_CLASS)
class ScriptsTest {

    private static final String NOTES = """
        --- en.md
        title: Watering the orchard
        The pump's hoses don't freeze; they were grown over last winter. Naïve résumé.
        --- tech.md
        title: Release v1.2.3 of MI300X tools
        The camelCase parser, snake_case names, PCIe Gen6, C4 and o1, C++ and -Xmx512m, node.js, gb200.
        --- de.md
        lang: de
        title: Häuser und Bäume
        Die Äpfel wachsen in den Gärten an der Straße.
        --- fr.md
        lang: fr
        title: Été
        Les chevaux couraient; l'école continuait.
        --- ru.md
        lang: ru
        title: Деревья в саду
        Яблоня растёт у реки, а книги лежат в доме.
        --- el.md
        title: Αλγόριθμος
        Ο κήπος έχει δέντρα και λουλούδια.
        --- ja.md
        title: 東京都庁の見学
        機械学習のモデルをカタカナで書く。
        --- zh.md
        title: 高性能计算
        上海的服务器使用液体冷却。
        --- ko.md
        title: 서울의 정원
        나무를 심고 물을 줍니다.
        --- th.md
        title: สวนผลไม้
        ต้นมะม่วงอยู่ใกล้แม่น้ำ
        --- ar.md
        title: حديقة الفواكه
        شَجَرَة التفاح قرب النهر
        --- he.md
        title: גן העצים
        עֵץ התפוח ליד הנהר, GPU בשרת
        """;

    @TempDir
    private static Path folder;

    private SearchIndex index;
    private SearchView view;

    @BeforeAll
    void plant() throws IOException {
        index = SearchIndex.open(folder, "test");
        index.apply(new CommitId("a".repeat(40)), NoteTexts.notes(NOTES), List.of());
        view = index.view();
    }

    @AfterAll
    void close() throws IOException {
        view.release();
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orchard|en",
                "dont freeze|en",
                "don't|en",
                "don’t|en",
                "water|en",
                "naive resume|en",
                "pump|en",
                "mi300x|tech",
                "mi300|tech",
                "mi 300x|tech",
                "1.2.3|tech",
                "v1.2.3|tech",
                "camelcase|tech",
                "camel parser|tech",
                "snake case|tech",
                "snake_case|tech",
                "pcie gen 6|tech",
                "c4 o1|tech",
                "c++|tech",
                "-Xmx512m|tech",
                "gb 200|tech",
                "js node|tech",
                "haus|de",
                "strasse|de",
                "baume apfel|de",
                "cheval|fr",
                "ecole|fr",
                "яблоня|ru",
                "книга|ru",
                "растет|ru",
                "αλγοριθμος|el",
                "δεντρα|el",
                "東京都|ja",
                "機械学習|ja",
                "ｶﾀｶﾅ|ja",
                "计算|zh",
                "液体冷却|zh",
                "서울|ko",
                "나무|ko",
                "ผลไม้|th",
                "แม่น้ำ|th",
                "شجرة|ar",
                "التفاح|ar",
                "עץ|he",
                "gpu|he",
            })
    void finds(String query, String note) {
        SearchResult result = view.search(Query.parse(query), 0, 10);
        assertThat(paths(result)).isEqualTo(note + ".md");
        assertThat(result.isApproximate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"orchrad|en", "Деервья|ru", "αλγοριθμσο|el", "стаду|ru", "résmué|en", "התפחו|he", "التافح|ar"})
    void findsMistypedWordsInTheSameWay(String query, String note) {
        SearchResult result = view.search(Query.parse(query), 0, 10);
        assertThat(paths(result)).isEqualTo(note + ".md");
        assertThat(result.isApproximate()).isTrue();
    }

    /** A sign may fold to two, to none, or to one that Unicode does not decompose it to. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lodz|Łódź",
                "ore|Øre",
                "dakovo|Đakovo",
                "oeuvre|œuvre",
                "aegir|Ægir",
                "etude|e\u0301tude",
                "c++|C++",
                "c#|C#",
                "ﬁnis|finis",
                "finis|ﬁnis",
                "شجرة|شَجَرَة",
                "עץ|עֵץ",
                "h100|𝐇𝟏𝟎𝟎",
                "🌳|🌳",
                "strasse|Straße",
                "orchard|Orchard",
            })
    void marksWhateverFoldsToTheWord(String query, String written) {
        CompiledQuery compiled = CompiledQuery.of(Query.parse(query));
        WordMatcher matcher = new WordMatcher(List.of(Stemming.NONE));
        compiled.soughtWords().forEach(word -> matcher.add(word, List.of()));
        assertThat(new Highlighter(matcher).mark("see " + written + " here"))
                .containsExactly(
                        new Fragment("see ", false), new Fragment(written, true), new Fragment(" here", false));
    }

    private static String paths(SearchResult result) {
        return result.hits().stream().map(hit -> hit.path().value()).collect(Collectors.joining(" "));
    }
}
