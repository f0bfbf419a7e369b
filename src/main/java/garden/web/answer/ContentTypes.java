package garden.web.answer;

import garden.note.NotePath;
import java.util.Map;

/** The media types of what is answered. That of an attachment is by extension; what is not in the table is downloaded, not shown. */
public final class ContentTypes {

    /** Of every page. */
    public static final String HTML = "text/html; charset=utf-8";
    /** Of what is written for people, without more. */
    public static final String TEXT = "text/plain; charset=utf-8";
    /** Of the source of a note. */
    public static final String MARKDOWN = "text/markdown; charset=utf-8";
    /** Of what is written for programs. */
    public static final String JSON = "application/json";
    /** Of lists for search engines. */
    public static final String XML = "application/xml; charset=utf-8";

    static final String SVG = "image/svg+xml";
    /** Of documents that a browser shows by itself. */
    public static final String PDF = "application/pdf";

    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("svg", SVG),
            Map.entry("apng", "image/apng"),
            Map.entry("jfif", "image/jpeg"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("aac", "audio/aac"),
            Map.entry("3gp", "audio/3gpp"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("flac", "audio/flac"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("mkv", "video/x-matroska"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("ogv", "video/ogg"),
            Map.entry("pdf", PDF),
            Map.entry("json", JSON),
            Map.entry("zip", "application/zip"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", TEXT),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("tsv", TEXT),
            Map.entry("yml", TEXT),
            Map.entry("yaml", TEXT),
            Map.entry("toml", TEXT),
            Map.entry("log", TEXT),
            Map.entry("canvas", TEXT),
            Map.entry("base", TEXT),
            Map.entry("html", TEXT),
            Map.entry("htm", TEXT),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", TEXT));

    private ContentTypes() {}

    /** The media type; HTML and scripts are shown as text, so that no attachment can act as a page of the garden. */
    public static String of(NotePath path) {
        return BY_EXTENSION.getOrDefault(path.extension(), UNKNOWN);
    }
}
