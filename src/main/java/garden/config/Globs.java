package garden.config;

import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads lists of globs. */
final class Globs {

    private Globs() {}

    /** The globs of a list or of a text with commas; empty when one of them is no glob. */
    static Optional<List<String>> read(Raw raw) {
        return globs(raw).filter(globs -> globs.stream().allMatch(Globs::isGlob));
    }

    private static Optional<List<String>> globs(Raw raw) {
        return switch (raw) {
            case Raw.Items items -> Optional.of(items.items());
            case Raw.Text text -> Optional.of(split(text.text()));
            case Raw.Other other -> Optional.empty();
        };
    }

    private static boolean isGlob(String glob) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return !glob.isBlank() && glob.chars().noneMatch(Character::isISOControl);
        } catch (PatternSyntaxException notAGlob) {
            return false;
        }
    }

    /** Splits at commas, but not inside {@code {a,b}}. */
    private static List<String> split(String text) {
        List<String> globs = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        globs.add(text.substring(start, at).strip());
                        start = at + 1;
                    }
                }
                default -> {}
            }
        }
        if (!text.isBlank()) {
            globs.add(text.substring(start).strip());
        }
        return globs;
    }
}
