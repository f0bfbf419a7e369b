package garden.git.history;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names that people want to be called by, as {@code .mailmap} gives them (gitmailmap(5)); its addresses are only looked
 * up, never shown. Immutable.
 */
final class Mailmap {

    private final Map<String, String> names = new HashMap<>();

    private Mailmap() {}

    /** What is not well-formed is passed over; a later line wins. */
    static Mailmap parse(String text) {
        Mailmap mailmap = new Mailmap();
        text.lines().forEach(mailmap::add);
        return mailmap;
    }

    private void add(String line) {
        int comment = line.indexOf('#');
        String[] parts = (comment < 0 ? line : line.substring(0, comment)).split("[<>]", -1);
        boolean isPair = parts.length >= 5;
        if (parts.length < 3 || parts[0].isBlank()) {
            return;
        }
        String mail = isPair ? parts[3] : parts[1];
        String commitName = isPair ? parts[2].strip() : "";
        names.put(key(mail, commitName), parts[0].strip());
    }

    /** How the author {@code name} with this address is called. */
    String name(String name, String mail) {
        String exactly = names.get(key(mail, name));
        return exactly != null ? exactly : names.getOrDefault(key(mail, ""), name);
    }

    private static String key(String mail, String name) {
        return mail.strip().toLowerCase(Locale.ROOT) + "\0" + name.toLowerCase(Locale.ROOT);
    }
}
