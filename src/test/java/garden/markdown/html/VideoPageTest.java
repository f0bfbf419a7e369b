package garden.markdown.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoPageTest {

    private static final String YOUTUBE = "https://www.youtube-nocookie.com/embed/";
    private static final String VIMEO = "https://player.vimeo.com/video/";

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?v=Ab-c_1, Ab-c_1?autoplay=1",
        "http://youtube.com/watch?x=1&v=Abc, Abc?autoplay=1",
        "//m.youtube.com/watch?v=Abc&t=90, Abc?autoplay=1&start=90",
        "https://youtu.be/Abc?si=x&t=1m5s, Abc?autoplay=1&start=65",
        "https://youtu.be/Abc#t=1h, Abc?autoplay=1&start=3600",
        "https://www.youtube.com/shorts/Abc, Abc?autoplay=1",
        "https://www.youtube.com/live/Abc, Abc?autoplay=1",
        "https://www.youtube.com/embed/Abc?start=7, Abc?autoplay=1&start=7",
        "https://www.youtube.com/watch?v=Abc&list=PL1, Abc?autoplay=1&list=PL1",
        "https://www.youtube.com/playlist?list=PL1, videoseries?list=PL1",
        "https://www.youtube.com/watch?v=Abc&t=soon, Abc?autoplay=1",
        "https://www.youtube.com/watch?v=Abc&t=99999999999999h, Abc?autoplay=1",
    })
    void youtube(String url, String player) {
        assertThat(VideoPage.of(url)).contains(new VideoPage("youtube.com", YOUTUBE + player));
    }

    @ParameterizedTest
    @CsvSource({
        "https://vimeo.com/123, 123?autoplay=1",
        "https://vimeo.com/123/abc, 123?autoplay=1&h=abc",
        "https://vimeo.com/123#t=30s, 123?autoplay=1#t=30s",
        "https://player.vimeo.com/video/123?h=abc, 123?autoplay=1&h=abc",
    })
    void vimeo(String url, String player) {
        assertThat(VideoPage.of(url)).contains(new VideoPage("vimeo.com", VIMEO + player));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/watch?v=Abc",
                "https://youtube.com.example.org/watch?v=Abc",
                "https://example.org/https://youtu.be/Abc",
                "https://youtu.be@example.org/Abc",
                "https://www.youtube.com/",
                "https://www.youtube.com/watch",
                "https://www.youtube.com/watch?v=",
                "https://www.youtube.com/watch?v=a%22onload",
                "https://www.youtube.com/watch?v=../../x",
                "https://www.youtube.com/@someone",
                "https://youtu.be/",
                "https://vimeo.com/about",
                "https://vimeo.com/1/2/3",
                "https://[",
                "mailto:a@youtu.be",
                "",
            })
    void nothingElseIsAVideo(String url) {
        assertThat(VideoPage.of(url)).isEmpty();
    }
}
