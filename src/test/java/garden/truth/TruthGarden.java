package garden.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A garden of notes without prose that has the paths, aliases, tags and headings of the facts. */
final class TruthGarden {

    private static final String THEME = "attachments/glass-tile";

    private record Draft(List<String> aliases, List<String> tags, List<String> headings) {}

    private final SortedMap<String, Draft> notes = new TreeMap<>();

    /** Files of notes by address, in both generations. */
    private final Map<String, String> sources = new HashMap<>();

    private final StringBuilder attachments = new StringBuilder();

    private TruthGarden() {
        for (String list : List.of("urls.json", "urls-v4case.json")) {
            Facts.read(list).forEach(this::addNote);
        }
        Facts.read("urls-v4case.json").forEach(this::addOther);
        addAlias("nodes/Azure ND H100 v5.md", "Standard_ND96isr_MI300X_v5");
        Facts.read("tags.json")
                .properties()
                .forEach(tag -> tag.getValue()
                        .forEach(page -> draft(page.asText()).tags().add(tag.getKey())));
        Facts.read("anchors.json")
                .properties()
                .forEach(page -> page.getValue()
                        .forEach(heading -> draft(page.getKey()).headings().add(heading(heading))));
    }

    /** Every file, begun by a line {@code --- path}. */
    static String text() {
        TruthGarden garden = new TruthGarden();
        StringBuilder text = new StringBuilder();
        garden.notes.forEach(
                (path, draft) -> text.append("--- ").append(path).append("\n").append(text(draft)));
        return text.append("--- zz all attachments.md\n")
                .append(garden.links())
                .append(garden.attachments)
                .toString();
    }

    private static String text(Draft draft) {
        StringBuilder text = new StringBuilder("---\naliases:\n");
        draft.aliases()
                .forEach(alias ->
                        text.append("  - '").append(alias.replace("'", "''")).append("'\n"));
        text.append("tags:\n");
        draft.tags().forEach(tag -> text.append("  - '").append(tag).append("'\n"));
        text.append("---\n");
        draft.headings().forEach(heading -> text.append(heading).append("\n\n"));
        return text.toString();
    }

    private String links() {
        StringBuilder links = new StringBuilder();
        attachments
                .toString()
                .lines()
                .filter(line -> line.startsWith("--- ") && !line.contains(THEME))
                .forEach(line -> links.append("- [[").append(line.substring(4)).append("]]\n"));
        return links.toString();
    }

    private void addNote(JsonNode entry) {
        if (entry.has("source") && entry.path("source").asText().endsWith(".md")) {
            String source = entry.path("source").asText();
            sources.put(entry.path("path").asText(), source);
            notes.computeIfAbsent(source, none -> new Draft(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
    }

    private void addOther(JsonNode entry) {
        String path = entry.path("path").asText().substring(1);
        switch (entry.path("kind").asText()) {
            case "alias" -> addAlias(source(entry.path("target").asText()), path);
            case "asset" -> attachments.append("--- ").append(path).append("\nx\n");
            default -> {}
        }
    }

    /** An alias is written as its note's author would: from the note's own folder. */
    private void addAlias(String source, String path) {
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        String alias = path.startsWith(folder) ? path.substring(folder.length()) : "/" + path;
        notes.get(source).aliases().add(alias);
    }

    private Draft draft(String address) {
        return notes.get(source(address));
    }

    private String source(String address) {
        String source = sources.get(address);
        if (source == null) {
            throw new IllegalStateException("no note at " + address);
        }
        return source;
    }

    /** Every sign of punctuation is escaped, so that the text is what it says; the one formula was written as TeX. */
    private static String heading(JsonNode heading) {
        return "#".repeat(heading.path("level").asInt()) + " "
                + heading.path("text")
                        .asText()
                        .replaceAll("([!-/:-@\\[-`{-~])", "\\\\$1")
                        .replace("λ", "$\\lambda$");
    }
}
