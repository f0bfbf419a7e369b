package garden;

import java.nio.file.Path;

/** What lies where in the data folder. Only the repository and the tokens are worth a backup; the rest is derived. */
record DataFolder(Path path) {

    Path repository() {
        return path.resolve("garden.git");
    }

    Path tokens() {
        return path.resolve("tokens");
    }

    Path index() {
        return path.resolve("index");
    }

    Path history() {
        return path.resolve("history.mv");
    }
}
