package garden.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import garden.git.NotesRepository;
import garden.git.UnreadableObjectException;
import garden.git.VaultFile;
import garden.note.BlobId;
import garden.note.CommitId;
import garden.note.SoftBreaks;
import garden.text.JsonMapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what the settings of the Obsidian vault around a garden say about its texts. */
record VaultSettings(NotesRepository repository) {

    /** A longer file is not read. */
    static final int MAX_BYTES = 1 << 20;

    private static final String STRICT = "strictLineBreaks";
    private static final ObjectReader JSON = JsonMapping.MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What the settings say, and a line for the author when they could not be read. */
    record Reading(SoftBreaks softBreaks, Optional<String> problem) {

        private static Reading failed(String found) {
            return new Reading(
                    SoftBreaks.AS_SPACES,
                    Optional.of(VaultFile.PATH + ": expected an object in JSON, found " + found
                            + "; line ends are shown as spaces (content.lineBreaks says otherwise)"));
        }
    }

    /** As {@code commit} has them; line ends are spaces without a vault, as they are in CommonMark, and where its settings cannot be read. */
    Reading at(CommitId commit) throws IOException {
        Optional<BlobId> settings = repository.vaultSettings(commit);
        return settings.isEmpty() ? new Reading(SoftBreaks.AS_SPACES, Optional.empty()) : read(settings.get());
    }

    private Reading read(BlobId settings) throws IOException {
        try {
            byte[] content = repository.bytes(settings, MAX_BYTES + 1);
            return content.length > MAX_BYTES
                    ? Reading.failed("more than " + MAX_BYTES + " bytes")
                    : reading(new String(content, StandardCharsets.UTF_8));
        } catch (UnreadableObjectException e) {
            return Reading.failed("a file that cannot be read");
        }
    }

    /** The reading of a file with this text. */
    static Reading reading(String text) {
        try {
            JsonNode settings = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return settings.isObject()
                    ? new Reading(softBreaks(settings.path(STRICT)), Optional.empty())
                    : Reading.failed("something else");
        } catch (JsonProcessingException e) {
            return Reading.failed("something else");
        }
    }

    /** Obsidian does not write down a setting that has its default, which for this one is off. */
    private static SoftBreaks softBreaks(JsonNode strict) {
        boolean isOff = strict.isMissingNode() || strict.isNull() || (strict.isBoolean() && !strict.booleanValue());
        return isOff ? SoftBreaks.AS_BREAKS : SoftBreaks.AS_SPACES;
    }
}
