package garden.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetUrlTest {

    @Test
    void readsAListOrATextWithCommas() {
        String one = "https://chat.example.org/rooms/1";
        String two = "http://127.0.0.1:9000/purge";
        assertThat(TargetUrl.read(new Raw.Items(List.of(one, two))))
                .isEqualTo(TargetUrl.read(new Raw.Text(one + ", " + two)))
                .hasValueSatisfying(urls -> assertThat(urls).hasSize(2));
        assertThat(TargetUrl.read(new Raw.Text(""))).contains(List.of());
    }

    @Test
    void thePathIsNotShown() {
        assertThat(TargetUrl.read(new Raw.Text("https://chat.example.org/rooms/secret"))
                        .orElseThrow())
                .hasToString("[https://chat.example.org]");
    }

    @Test
    void onlyHttpIsSpokenAndToFew() {
        assertThat(TargetUrl.read(new Raw.Text("file:///etc/passwd"))).isEmpty();
        assertThat(TargetUrl.read(new Raw.Text("https://user:word@example.org/")))
                .isEmpty();
        assertThat(TargetUrl.read(new Raw.Text("https://a.org,".repeat(6)))).isEmpty();
        assertThat(TargetUrl.read(new Raw.Other("a mapping"))).isEmpty();
    }
}
