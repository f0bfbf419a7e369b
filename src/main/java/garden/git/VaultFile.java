package garden.git;

import garden.note.Folder;
import java.util.ArrayList;
import java.util.List;

/** The file in which Obsidian keeps the settings of a vault about texts. A vault is the folder that it opens. */
public final class VaultFile {

    /** The folder for settings, in that of the vault. */
    static final String FOLDER = ".obsidian";

    /** The file, from the folder of the vault. */
    public static final String PATH = FOLDER + "/app.json";

    private VaultFile() {}

    /** Whether {@code path}, from the garden's folder, is the file or the folder that it is in. */
    public static boolean isOnPath(String path) {
        return path.equals(FOLDER) || path.equals(PATH);
    }

    /** The file, from the root of the repository, as it would be if a folder around {@code garden} were the vault; the nearest first. */
    static List<String> around(Folder garden) {
        List<String> paths = new ArrayList<>();
        for (Folder vault = garden; !vault.isRoot(); ) {
            vault = vault.parent();
            paths.add(vault.prefix() + PATH);
        }
        return List.copyOf(paths);
    }
}
