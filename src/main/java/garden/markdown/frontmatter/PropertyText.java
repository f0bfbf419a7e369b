package garden.markdown.frontmatter;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import garden.markdown.syntax.ObsidianInlines;
import garden.markdown.syntax.WikiNode;
import garden.markdown.text.Cut;
import garden.markdown.text.EmbedLabel;
import garden.markdown.text.LinkAddress;
import garden.markdown.text.Source;
import garden.note.Excerpt;
import garden.note.Link;
import garden.note.PropertyValue.Linked;
import garden.note.PropertyValue.Piece;
import garden.note.PropertyValue.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The links in a text of front matter: wikilinks, Markdown links and bare addresses. Linear in the text. */
record PropertyText(Source source, FrontValue.Scalar scalar) {

    private static final String URL_END = " \t\n\r<>\"`|";
    private static final String URL_PUNCTUATION = ".,;:!?'*_)";

    /** A stretch of the text that is a link: up to {@code end}, and what is made of it with its place. */
    private record Found(int end, String words, Function<Link.Place, Optional<Link>> link) {}

    /** A link and where its words are in the plain text. */
    private record Put(Found found, int start) {}

    /** Words and links in turn; empty when the text is. */
    List<Piece> pieces() {
        String text = text();
        StringBuilder plain = new StringBuilder();
        List<Put> puts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Found> found = at(text, at);
            if (found.isPresent()) {
                puts.add(new Put(found.get(), plain.length()));
                plain.append(found.get().words());
                at = found.get().end();
            } else {
                plain.append(text.charAt(at++));
            }
        }
        return pieces(plain.toString(), puts);
    }

    /** The picture that the text names: by a link or by a bare path. Empty when it is neither. */
    Optional<Link> cover() {
        for (Piece piece : pieces()) {
            if (piece instanceof Linked(String words, Link link)) {
                return Optional.of(link).filter(PropertyText::isPicture);
            }
        }
        String path = text();
        return path.isEmpty()
                ? Optional.empty()
                : link(LinkAddress.of(path), new Link.Place(new Excerpt("", 0, 0), -1))
                        .filter(PropertyText::isPicture);
    }

    private static boolean isPicture(Link link) {
        return switch (link) {
            case Link.Local local -> !local.target().isEmpty();
            case Link.ExternalLink(String url, var span) -> new LinkAddress.External(url).isWeb();
        };
    }

    private String text() {
        return scalar.text().replaceAll("\\s*[\\r\\n]\\s*", " ");
    }

    private List<Piece> pieces(String plain, List<Put> puts) {
        List<Piece> pieces = new ArrayList<>();
        int[] whole = {0, plain.length()};
        int at = 0;
        for (Put put : puts) {
            int end = put.start() + put.found().words().length();
            Excerpt excerpt = Cut.sentence(plain, whole, put.start(), end);
            Optional<Link> link = put.found().link().apply(new Link.Place(excerpt, -1));
            if (link.isPresent()) {
                words(plain, at, put.start(), pieces);
                pieces.add(new Linked(plain.substring(put.start(), end), link.get()));
                at = end;
            }
        }
        words(plain, at, plain.length(), pieces);
        return pieces;
    }

    private static void words(String plain, int start, int end, List<Piece> pieces) {
        if (end > start) {
            pieces.add(new Words(plain.substring(start, end)));
        }
    }

    private Optional<Found> at(String text, int start) {
        return switch (text.charAt(start)) {
            case '[' -> wikiLink(text, start).or(() -> markdownLink(text, start));
            case '!' ->
                text.startsWith("[", start + 1)
                        ? wikiLink(text, start).or(() -> markdownLink(text, start + 1))
                        : Optional.empty();
            case 'h', 'H' -> url(text, start);
            default -> Optional.empty();
        };
    }

    private Optional<Found> wikiLink(String text, int start) {
        BasedSequence chars = BasedSequence.of(text);
        int length = ObsidianInlines.wikiLink(chars, start);
        if (length == 0) {
            return Optional.empty();
        }
        WikiNode node = new WikiNode(chars.subSequence(start, start + length));
        String words = node.isEmbed() && !EmbedLabel.of(node.label()).alt().equals(node.label())
                ? node.target()
                : node.shown();
        return Optional.of(new Found(
                start + length,
                words,
                place -> Optional.of(new Link.WikiLink(node.target(), node.fragment(), false, place, span()))));
    }

    /** {@code [label](address)}, without brackets in the label and spaces in the address, unless it stands in {@code <>}. */
    private Optional<Found> markdownLink(String text, int start) {
        int labelEnd = end(text, start + 1, "[]");
        if (!text.startsWith("](", labelEnd)) {
            return Optional.empty();
        }
        boolean isPointed = text.startsWith("<", labelEnd + 2);
        int addressStart = isPointed ? labelEnd + 3 : labelEnd + 2;
        int addressEnd = end(text, addressStart, isPointed ? "<>" : " ()<>");
        String close = isPointed ? ">)" : ")";
        if (!text.startsWith(close, addressEnd) || addressEnd == addressStart) {
            return Optional.empty();
        }
        String label = text.substring(start + 1, labelEnd).strip();
        String address = text.substring(addressStart, addressEnd);
        return Optional.of(new Found(
                addressEnd + close.length(),
                label.isEmpty() ? address : label,
                place -> link(LinkAddress.of(address), place)));
    }

    private Optional<Found> url(String text, int start) {
        boolean isWord = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
        boolean isWeb =
                text.regionMatches(true, start, "http://", 0, 7) || text.regionMatches(true, start, "https://", 0, 8);
        if (isWord || !isWeb) {
            return Optional.empty();
        }
        int end = end(text, start, URL_END);
        boolean hasParenthesis = text.substring(start, end).indexOf('(') >= 0;
        while (URL_PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0 && !(text.charAt(end - 1) == ')' && hasParenthesis)) {
            end--;
        }
        String url = text.substring(start, end);
        return url.endsWith("/") && url.length() <= 8
                ? Optional.empty()
                : Optional.of(new Found(end, url, place -> link(LinkAddress.of(url), place)));
    }

    /** The first of {@code stops} from {@code start} on, or the end of the text. */
    private static int end(String text, int start, String stops) {
        int end = Math.min(start, text.length());
        while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private Optional<Link> link(LinkAddress address, Link.Place place) {
        return switch (address) {
            case LinkAddress.Local local ->
                Optional.of(new Link.PathLink(local.target(), local.fragment(), false, place, span()));
            case LinkAddress.External external -> Optional.of(new Link.ExternalLink(external.url(), span()));
            case LinkAddress.Dead dead -> Optional.empty();
        };
    }

    private garden.note.Span span() {
        return source.wholeLine(scalar.line());
    }
}
