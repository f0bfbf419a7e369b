package garden.git.history;

import java.util.List;

/**
 * A version that readers may see.
 *
 * @param blob in hex, as are those of {@code before}
 * @param before what the version replaced and readers may see too
 * @param formerly the name it had before; empty for none that readers may see
 */
record VersionRow(String blob, List<String> before, String formerly) {

    private static final String SEPARATOR = "\0";

    VersionRow {
        before = List.copyOf(before);
    }

    String text() {
        return String.join(SEPARATOR, blob, String.join(" ", before), formerly);
    }

    static VersionRow parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new VersionRow(parts[0], parts[1].isEmpty() ? List.of() : List.of(parts[1].split(" ", -1)), parts[2]);
    }
}
