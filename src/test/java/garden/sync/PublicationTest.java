package garden.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import garden.concurrent.Listeners;
import garden.git.GitRepo;
import garden.search.FaultyDisk;
import garden.search.SearchIndex;
import garden.snapshot.AddressRules;
import garden.snapshot.ChangeReport;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the report of a publication is made. */
class PublicationTest {

    @TempDir
    private Path folder;

    @Test
    void eachPhaseIsTold() throws Exception {
        GitRepo work = GitRepo.in(folder.resolve("work")).write("elm.md", "[[oak]]");
        work.commit("add");
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"))) {
            assertThat(garden.receive(work).sync().phases().keySet()).containsExactly(PublicationPhase.values());
            assertThat(garden.sync().phases()).as("nothing to publish").isEmpty();
        }
    }

    @Test
    void eachPhaseIsToldWhereTheIndexIsBuiltAnew() throws Exception {
        FaultyDisk disk = new FaultyDisk();
        SyncedGarden.Setup setup = new SyncedGarden.Setup(
                AddressRules.DEFAULT, place -> disk.open(place, "test"), new Listeners<>(), SyncPace.USUAL);
        GitRepo work = GitRepo.in(folder.resolve("work")).write("elm.md", "[[oak]]");
        work.commit("add");
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"), setup)) {
            disk.failAt(1, FaultyDisk.Fault.DISK);
            assertThatThrownBy(garden.receive(work)::sync).hasRootCauseMessage("No space left on device");
            disk.heal();
            garden.sync();
            assertThat(garden.published().getLast().phases().keySet()).containsExactly(PublicationPhase.values());
        }
    }

    @Test
    void allWhoAreToldOfOneGetOneReport() throws Exception {
        Set<ChangeReport> reports = Collections.newSetFromMap(new IdentityHashMap<>());
        Listeners<Publication> listeners = new Listeners<>();
        listeners.add("log", published -> reports.add(published.report()));
        listeners.add("webhooks", published -> reports.add(published.report()));
        SyncedGarden.Setup setup = new SyncedGarden.Setup(
                AddressRules.DEFAULT, place -> SearchIndex.open(place, "test"), listeners, SyncPace.USUAL);
        GitRepo work = GitRepo.in(folder.resolve("work")).write("elm.md", "[[oak]]");
        work.commit("add");
        try (SyncedGarden garden = SyncedGarden.open(folder.resolve("data"), setup)) {
            ChangeReport answer = garden.receive(work).sync().report();
            assertThat(answer.notes().counts()).isEqualTo("1 added");
            assertThat(reports).hasSize(1);
            assertThat(reports.iterator().next()).isSameAs(answer);
        }
    }
}
