package garden;

import garden.config.Config;
import garden.markdown.Markdown;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.Note;
import garden.note.NotePath;
import garden.snapshot.AddressRules;
import garden.snapshot.Garden;
import garden.snapshot.GardenChange;
import garden.snapshot.Redirects;
import garden.snapshot.Visibility;
import garden.snapshot.VisibilityRules;
import garden.sync.RedirectFiles;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The garden that a folder holds right now, without dates and without an index.
 *
 * @param folder of notes; links out of it are not followed
 */
record FolderGarden(Path folder, Config.Content content, Config.Urls urls) {

    /** Nothing is kept by content here, so one id does for all. */
    private static final BlobId NO_BLOB = new BlobId("0".repeat(40));

    Garden read() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("cannot check " + folder + ": expected a folder of notes, found "
                    + (Files.exists(folder) ? "a file" : "nothing"));
        }
        VisibilityRules rules = Settings.visibility(content);
        AddressRules addresses = Settings.addresses(urls, content);
        SortedMap<NotePath, Note> notes = new TreeMap<>();
        SortedMap<NotePath, BlobId> attachments = new TreeMap<>();
        try (Markdown markdown = Settings.parser(content)) {
            for (NotePath path : files(rules)) {
                if (!path.isNote()) {
                    attachments.put(path, NO_BLOB);
                    continue;
                }
                Note note = markdown.parse(path, NO_BLOB, bytes(path, Settings.maxNoteBytes(content) + 1))
                        .note();
                if (rules.of(note) != Visibility.PRIVATE) {
                    notes.put(path, note);
                }
            }
        }
        return Garden.empty(rules, addresses)
                .with(new GardenChange(
                        CommitId.NONE, Instant.EPOCH, notes, attachments, new TreeSet<>(), new TreeMap<>()))
                .garden()
                .with(redirects(addresses));
    }

    private Redirects redirects(AddressRules addresses) throws IOException {
        Redirects redirects = Redirects.NONE;
        for (NotePath path : List.of(Redirects.NETLIFY, Redirects.GOLLUM)) {
            if (Files.isRegularFile(folder.resolve(path.value()), LinkOption.NOFOLLOW_LINKS)) {
                redirects = RedirectFiles.plus(redirects, path, bytes(path, RedirectFiles.MAX_BYTES), addresses);
            }
        }
        return redirects;
    }

    private byte[] bytes(NotePath path, int maxBytes) throws IOException {
        try (InputStream stream = Files.newInputStream(folder.resolve(path.value()))) {
            return stream.readNBytes(maxBytes);
        }
    }

    private TreeSet<NotePath> files(VisibilityRules rules) throws IOException {
        TreeSet<NotePath> found = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean isHidden = !directory.equals(folder)
                        && String.valueOf(directory.getFileName()).startsWith(".");
                return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String relative = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (attributes.isRegularFile() && NotePath.isPath(relative)) {
                    NotePath path = new NotePath(relative);
                    if (rules.of(path) != Visibility.PRIVATE && !Redirects.isRedirectFile(path)) {
                        found.add(path);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
