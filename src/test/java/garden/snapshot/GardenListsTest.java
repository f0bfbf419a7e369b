package garden.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import garden.graph.PageNames;
import garden.graph.Target;
import garden.note.Dates;
import garden.note.Folder;
import garden.note.NameKey;
import garden.note.NotePath;
import garden.note.UrlCase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GardenListsTest {

    private static Garden in(String language, String text) {
        AddressRules rules = new AddressRules(UrlCase.PRESERVE, Set.of(), PageNames.AS_WRITTEN, NameOrder.of(language));
        return Garden.empty(SampleGardens.OPEN, rules)
                .with(SampleGardens.change(text, 1))
                .garden();
    }

    private static final String NAMES = """
        --- hub.md
        --- z.md
        title: Öl
        tag: x/b10
        [[hub]] [[lost]]
        --- y.md
        title: Zebra
        tag: x/b9
        [[hub]] [[lost]]
        --- a.md
        title: 10 Ofen
        tag: x
        [[hub]] [[lost]]
        --- d.md
        title: 9 Ofen
        tag: x/Ä
        [[hub]] [[lost]]
        --- c.md
        title: Öl
        tag: x/b9/c
        [[hub]] [[lost]]
        --- Ö/n.md
        --- Z/n.md
        --- f 10/n.md
        --- f 9/n.md
        """;

    @ParameterizedTest
    @CsvSource({
        "de,'d.md a.md c.md z.md y.md','f 9,f 10,Ö,Z','x x/Ä x/b9 x/b9/c x/b10'",
        "sv,'d.md a.md y.md c.md z.md','f 9,f 10,Z,Ö','x x/b9 x/b9/c x/b10 x/Ä'"
    })
    void everyListStandsInTheOrderOfItsShownNamesInTheLanguage(
            String language, String notes, String folders, String tags) {
        Garden garden = in(language, NAMES);
        String[] expected = notes.split(" ");
        assertThat(garden.notesIn(Folder.ROOT))
                .extracting(note -> note.path().value())
                .filteredOn(path -> !path.equals("hub.md"))
                .containsExactly(expected);
        assertThat(garden.notesTagged(new NameKey("x")))
                .extracting(note -> note.path().value())
                .containsExactly(expected);
        assertThat(garden.linking(List.of(new Target.File(new NotePath("hub.md")))))
                .extracting(note -> note.path().value())
                .containsExactly(expected);
        assertThat(garden.wanting(new NameKey("lost")))
                .extracting(note -> note.path().value())
                .containsExactly(expected);
        assertThat(garden.foldersIn(Folder.ROOT)).extracting(Folder::value).containsExactly(folders.split(","));
        assertThat(garden.tags())
                .extracting(tag -> garden.graph().tag(tag).orElseThrow().name())
                .containsExactly(tags.split(" "));
        assertThat(garden.tagsIn(new NameKey("x"))).hasSize(4).doesNotContain(new NameKey("x"));
    }

    @Test
    void notesOfOneDateStandByTheNamesThatTheyShow() {
        GardenChange days =
                SampleGardens.change("--- a.md\ntitle: Öl\n--- b.md\ntitle: Zebra\n--- c.md\ntitle: öl\n", 1);
        Dates day = new Dates(Instant.EPOCH, Instant.EPOCH);
        TreeMap<NotePath, Dates> same = new TreeMap<>(days.dates());
        same.replaceAll((path, own) -> day);
        Garden garden = Garden.empty(SampleGardens.OPEN)
                .with(new GardenChange(
                        days.commit(), days.committed(), days.notes(), days.attachments(), days.removed(), same))
                .garden();
        assertThat(garden.recent()).extracting(note -> note.path().value()).containsExactly("c.md", "a.md", "b.md");
    }

    @Test
    void aNoteThatIsCalledOtherwiseMovesInEveryList() {
        Garden before = in("de", NAMES);
        GardenChange change = SampleGardens.change("--- y.md\ntitle: 1 Zebra\ntag: x/b9\n[[hub]] [[lost]]\n", 2);
        Garden after = before.with(change).garden();
        String[] expected = {"y.md", "d.md", "a.md", "c.md", "z.md"};
        assertThat(after.notesTagged(new NameKey("x")))
                .extracting(note -> note.path().value())
                .containsExactly(expected);
        assertThat(after.linking(List.of(new Target.File(new NotePath("hub.md")))))
                .extracting(note -> note.path().value())
                .containsExactly(expected);
        assertThat(after.wanting(new NameKey("lost")))
                .extracting(note -> note.path().value())
                .containsExactly(expected);
    }
}
