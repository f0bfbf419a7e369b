package garden.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Llama-3.1 405B|llama 3.1 405b",
                "NVIDIA's PCIe/NVLink|nvidia pcie nvlink",
                "Größe Café Ｈ１００|grosse cafe h100",
                "my_file.md|my file.md",
                "東京都 寺|東京 京都 都 寺",
                "1+2 a+++b page#part ##|1 2 a b page part",
                "🌱 seeds|🌱 seeds",
            })
    void cutsAndFolds(String text, String words) {
        assertThat(Words.key(text)).isEqualTo(words);
    }

    @Test
    void languagesWithSignsAreWordsOfTheirOwn() {
        assertThat(List.of(Words.key("C"), Words.key("C++"), Words.key("C#"))).doesNotHaveDuplicates();
        assertThat(Words.key("C++")).isEqualTo(Words.key("c++, "));
    }

    @Test
    void nameOfSignsOnlyHasAKey() {
        assertThat(Words.key(" ??? ")).isEqualTo("???");
    }

    @ParameterizedTest
    @CsvSource({"training,train", "trains,train", "systems,system", "h100,h100", "größe,größe", "as,as"})
    void stemsEnglish(String word, String stem) {
        assertThat(Stemming.of("en").stem(word)).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({
        "hbm3e,hbm 3e",
        "mi300x,mi 300x",
        "llama3.1,llama 3.1",
        "node.js,node js",
        "h100,h100",
        "3.1,3.1",
        "o'neil,o neil",
        ".,."
    })
    void findsTheParts(String word, String parts) {
        assertThat(String.join(" ", WordForms.parts(word))).isEqualTo(parts);
    }
}
