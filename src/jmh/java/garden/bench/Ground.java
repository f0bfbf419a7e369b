package garden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where and how is measured.
 *
 * @param folder generated gardens, kept for the next time, and what servers write
 * @param program how Garden is called, before {@code serve}
 * @param round how long each server is under load at a time
 * @param warmUp how long a JVM is under load before
 * @param rounds how often each figure is taken
 */
record Ground(Path folder, List<String> program, Duration round, Duration warmUp, int rounds, long seed) {

    /** A bare repository with a generated garden. */
    Path repository(int notes) throws IOException, InterruptedException {
        Path repository = folder.resolve("garden-" + notes + "-" + seed + ".git");
        if (!Files.exists(repository)) {
            Path unfinished = Commands.fresh(folder.resolve("unfinished.git"));
            garden(notes).writeTo(unfinished);
            Files.move(unfinished, repository);
        }
        return repository;
    }

    GeneratedGarden garden(int notes) {
        return GeneratedGarden.of(notes, seed);
    }

    /** An empty place for what one measure writes. */
    Path fresh(String name) throws IOException, InterruptedException {
        return Commands.fresh(folder.resolve(name));
    }

    /** A server with a generated garden, cold. */
    GardenProcess serve(int notes) throws IOException, InterruptedException {
        return GardenProcess.start(this, repository(notes), fresh("data"));
    }

    /** Where the page of a note is, below the server's address. */
    String address(GeneratedNote note) {
        String path = note.path();
        return "/" + path.substring(0, path.length() - ".md".length()).replace(' ', '-');
    }
}
