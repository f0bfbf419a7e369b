package garden.page.picture;

import garden.markdown.model.PictureSize;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size that the first tag of an SVG says: its width and height in pixels, else those of its view box (SVG 2, 8.2). */
final class SvgHead {

    private static final int MAX_TAG = 8 * 1024;
    private static final Pattern PROLOGUE = Pattern.compile(
            "\\s++|\\uFEFF|<\\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^>\\[]*+(?:\\[[^\\]]*+\\]\\s*+)?+>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Pattern PIXELS = Pattern.compile("\\s*+([0-9]{1,6}+(?:\\.[0-9]{0,9}+)?+)(?:px)?+\\s*+");

    private SvgHead() {}

    /** {@code text} is the beginning of the file. */
    static Optional<PictureSize> size(String text) {
        int start = 0;
        Matcher prologue = PROLOGUE.matcher(text);
        while (prologue.region(start, text.length()).lookingAt()) {
            start = prologue.end();
        }
        if (!text.startsWith("<svg", start)) {
            return Optional.empty();
        }
        Map<String, String> attributes = attributes(text, start);
        String[] box = attributes.getOrDefault("viewBox", "").strip().split("[\\s,]++", -1);
        Optional<Double> boxWidth = box.length == 4 ? pixels(box[2]) : Optional.empty();
        Optional<Double> boxHeight = box.length == 4 ? pixels(box[3]) : Optional.empty();
        Optional<Double> width = pixels(attributes.getOrDefault("width", ""));
        Optional<Double> height = pixels(attributes.getOrDefault("height", ""));
        return size(width, height)
                .or(() -> boxWidth.isEmpty() || boxHeight.isEmpty()
                        ? Optional.empty()
                        : scaled(boxWidth.get() / boxHeight.get(), width, height))
                .or(() -> size(boxWidth, boxHeight));
    }

    /** One side is said, the other follows from the view box. */
    private static Optional<PictureSize> scaled(double ratio, Optional<Double> width, Optional<Double> height) {
        return size(width, width.map(pixels -> pixels / ratio))
                .or(() -> size(height.map(pixels -> pixels * ratio), height));
    }

    private static Optional<PictureSize> size(Optional<Double> width, Optional<Double> height) {
        return width.isPresent() && height.isPresent()
                ? PictureSize.of(Math.round(width.get()), Math.round(height.get()))
                : Optional.empty();
    }

    private static Map<String, String> attributes(String text, int start) {
        Map<String, String> attributes = new HashMap<>();
        int end = Math.min(text.length(), start + MAX_TAG);
        int close = text.indexOf('>', start);
        Matcher matcher = ATTRIBUTE.matcher(text).region(start, close < 0 || close > end ? end : close);
        while (matcher.find()) {
            attributes.putIfAbsent(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return attributes;
    }

    private static Optional<Double> pixels(String length) {
        Matcher matcher = PIXELS.matcher(length);
        return matcher.matches() ? Optional.of(Double.valueOf(matcher.group(1))) : Optional.empty();
    }
}
