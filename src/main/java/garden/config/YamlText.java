package garden.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Takes a YAML file apart, within limits of length, depth and aliases. */
final class YamlText {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_ALIASES = 20;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(MAX_BYTES)
            .setAllowNonScalarKeys(true)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .build();

    private YamlText() {}

    /** The file is not there or not YAML; {@code line} is 0 when that says nothing. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final int line;
        private final String reason;

        Unreadable(int line, String reason) {
            super(reason);
            this.line = line;
            this.reason = reason;
        }

        int line() {
            return line;
        }

        String reason() {
            return reason;
        }
    }

    /** The file's one document; empty when it holds none. */
    static Optional<Node> read(Path file) throws Unreadable {
        String text = text(file);
        try {
            checkDepth(text);
            return new Compose(SETTINGS).composeString(text);
        } catch (MarkedYamlEngineException broken) {
            throw new Unreadable(line(broken), "expected YAML, found a mistake: " + broken.getProblem());
        } catch (ReaderException broken) {
            throw new Unreadable(line(text, broken.getPosition()), "expected YAML, found a control character");
        } catch (YamlEngineException broken) {
            throw new Unreadable(0, "expected YAML, found a mistake: " + broken.getMessage());
        }
    }

    private static String text(Path file) throws Unreadable {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Unreadable(0, "expected at most 1 MiB, found more");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new Unreadable(0, "expected UTF-8, found other bytes");
        } catch (NoSuchFileException missing) {
            throw new Unreadable(0, "expected a file, found none");
        } catch (IOException unreadable) {
            throw new Unreadable(0, "expected a file that can be read, found " + unreadable.getMessage());
        }
    }

    /** Composing is recursive, so that depth must be known before; parsing into events is not. */
    private static void checkDepth(String text) throws Unreadable {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event) {
                case CollectionStartEvent start -> depth++;
                case CollectionEndEvent end -> depth--;
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw new Unreadable(
                        event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0),
                        "expected at most " + MAX_DEPTH + " levels, found more");
            }
        }
    }

    private static int line(MarkedYamlEngineException broken) {
        return broken.getProblemMark()
                        .or(broken::getContextMark)
                        .map(Mark::getLine)
                        .orElse(-1)
                + 1;
    }

    private static int line(String text, int position) {
        return 1
                + (int) text.codePoints()
                        .limit(position)
                        .filter(character -> character == '\n')
                        .count();
    }
}
