package garden.git.working;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;

/**
 * Git's own files of a work tree that say what is committed and what is ignored; of all the others, most of them noise,
 * nothing needs to be heard.
 *
 * @param folders of a linked work tree two: its own and that of the repository; none outside git
 */
record GitFiles(List<Path> folders) {

    private static final Set<String> TELLING = Set.of("HEAD", "index", "packed-refs", "info/exclude");

    GitFiles {
        folders = List.copyOf(folders);
    }

    static GitFiles of(Optional<Repository> repository) {
        return new GitFiles(repository.stream()
                .flatMap(known -> Stream.of(known.getDirectory(), known.getCommonDirectory()))
                .map(folder -> folder.toPath().toAbsolutePath().normalize())
                .distinct()
                .toList());
    }

    /** Whether a change of the file at {@code path} may change what is committed or ignored. */
    boolean isConcerning(Path path) {
        return folders.stream()
                .filter(path::startsWith)
                .anyMatch(folder -> isTelling(folder.relativize(path).toString()));
    }

    private static boolean isTelling(String name) {
        return TELLING.contains(name) || (name.startsWith("refs/heads/") && !name.endsWith(".lock"));
    }
}
