package garden.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note with spaces.md|note-with-spaces",
                "systems/Eagle.md|systems/Eagle",
                "index.md|''",
                "folder/_index.md|folder/",
                "Folder/INDEX.md|Folder/INDEX",
                "AT&T & friends.md|AT-and-T--and--friends",
                "50% off.md|50-percent-off",
                "why? how?.md|why-how",
                "C#.md|C",
                "test.md.md|test.md",
                "Government's role in AI.md|Government's-role-in-AI",
                "日本語 ノート.md|日本語-ノート",
                "attachments/Cray EX4000 front.jpg|attachments/Cray-EX4000-front.jpg",
                "index.png|index.png",
            })
    void followsQuartz(String path, String slug) {
        assertThat(Slug.of(new NotePath(path))).isEqualTo(new Slug(slug));
    }

    @ParameterizedTest
    @CsvSource({"#.md,_", "...md,_..", "-/note.md,_-/note", "a/?.md,a/_"})
    void neverGivesAPartThatBrowsersOrRoutesTakeApart(String path, String slug) {
        assertThat(Slug.of(new NotePath(path))).isEqualTo(new Slug(slug));
    }

    @ParameterizedTest
    @CsvSource({
        "healthz.md,_healthz",
        "_healthz.md,__healthz",
        "robots.txt,_robots.txt",
        "garden.git/config.md,_garden.git/config",
        "deep/healthz.md,deep/healthz",
        "static/contentIndex.json,_static/contentIndex.json",
    })
    void leavesToTheServerWhatIsItsOwn(String path, String slug) {
        assertThat(Slug.of(new NotePath(path))).isEqualTo(new Slug(slug));
    }

    @ParameterizedTest
    @CsvSource({
        "Trees/Old Elm.md,trees/old-elm",
        "Trees/Index.md,trees/",
        "Img/Leaf One.JPG,img/leaf-one.JPG",
        "a:b|c.md,abc",
        "#.md,_",
    })
    void lowersAsQuartz5(String path, String slug) {
        assertThat(Slug.of(new NotePath(path), UrlCase.LOWER)).isEqualTo(new Slug(slug));
    }

    @Test
    void folderEndsWithSlash() {
        assertThat(Slug.of(new Folder("my papers"))).isEqualTo(new Slug("my-papers/"));
        assertThat(Slug.of(Folder.ROOT)).isEqualTo(new Slug(""));
    }
}
