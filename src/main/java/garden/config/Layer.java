package garden.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one source says: entries by dotted key, and what was wrong before any value was read. */
record Layer(Map<String, Entry> entries, List<ConfigProblem> problems) {

    Layer {
        entries = Map.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** Every key with its default; paths start at the folder of {@code file}. */
    static Layer defaults(Path file) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Key<?> key : Keys.all()) {
            Raw raw = new Raw.Text(key.fallback());
            entries.put(key.name(), new Entry("default", 0, key.name(), raw, folderOf(file)));
        }
        return new Layer(entries, List.of());
    }

    /** The command line's values. A secret is refused there: other users of the machine can read it. */
    static Layer overrides(Map<String, String> overrides) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<ConfigProblem> problems = new ArrayList<>();
        new TreeMap<>(overrides).forEach((name, text) -> {
            Entry entry = new Entry("command line", 0, name, new Raw.Text(text), workingFolder());
            Refusal.of(name)
                    .ifPresentOrElse(reason -> problems.add(entry.problem(reason)), () -> entries.put(name, entry));
        });
        return new Layer(entries, problems);
    }

    static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? workingFolder() : folder;
    }

    static Path workingFolder() {
        return Path.of("").toAbsolutePath();
    }
}
