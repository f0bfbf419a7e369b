package garden.page.asset;

import garden.page.address.Address;
import garden.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files that belong to the pages. Each is named by its content, so that browsers may keep it for ever. Immutable. */
public final class Assets {

    private static final int HASH_DIGITS = 12;

    /** Served as one {@code style.css}, in this order; a later part wins over an earlier one. */
    private static final List<String> STYLE_PARTS = List.of(
            "frame",
            "note",
            "lists",
            "phone",
            "callouts",
            "pushes",
            "math",
            "code",
            "tasks",
            "visits",
            "embeds",
            "properties",
            "history",
            "updates",
            "operators",
            "preview");

    private static final List<String> OWN = List.of(
            "garden.js",
            "theme.js",
            "math.js",
            "diagram.js",
            "code.js",
            "visits.js",
            "favicon.svg",
            "favicon.ico",
            "touch-icon.png",
            "social.png");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "woff2", "font/woff2",
            "svg", "image/svg+xml",
            "ico", "image/x-icon",
            "png", "image/png");

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** A file, as it is served. Nobody changes the bytes, and copying them for each answer would be waste. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Asset(byte[] bytes, String contentType) {}

    /** Reads the files from the class path. */
    public Assets() {
        OWN.forEach(file -> add(file, read(file)));
        add("style.css", style());
        Libraries libraries = new Libraries();
        libraries.fonts().forEach(this::add);
        add("katex.css", libraries.katexStyle(font -> names.getOrDefault(font, font)));
        libraries.scripts().forEach(this::add);
    }

    private void add(String file, byte[] bytes) {
        int dot = file.lastIndexOf('.');
        String name = file.substring(0, dot) + "." + Sha256.hex(bytes).substring(0, HASH_DIGITS) + file.substring(dot);
        names.put(file, name);
        byName.put(name, new Asset(bytes, CONTENT_TYPES.getOrDefault(file.substring(dot + 1), "")));
    }

    /** The file with this name, hash included; empty for any other. */
    public Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The file with this plain name, which must exist: {@code favicon.ico}. */
    public Asset named(String file) {
        return Objects.requireNonNull(byName.get(names.get(file)), file);
    }

    /** The address of a file by its plain name: {@code style.css}. */
    public Address address(String file) {
        String name = names.get(file);
        if (name == null) {
            throw new IllegalArgumentException("asset: expected one of " + names.keySet() + ", found \"" + file + "\"");
        }
        return new Address.Asset(name);
    }

    private static byte[] style() {
        ByteArrayOutputStream style = new ByteArrayOutputStream();
        STYLE_PARTS.forEach(part -> style.writeBytes(read("style/" + part + ".css")));
        return style.toByteArray();
    }

    private static byte[] read(String file) {
        return WebJar.resource("/garden/assets/" + file);
    }
}
