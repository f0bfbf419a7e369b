package garden.page.note;

import garden.graph.Resolution.Ambiguous;
import garden.graph.Resolution.HeadingMatch;
import garden.graph.Resolution.Missing;
import garden.graph.Resolution.Resolved;
import garden.graph.ResolvedLink;
import garden.graph.Target;
import garden.markdown.LinkText;
import garden.markdown.Markdown;
import garden.markdown.ReadableText;
import garden.markdown.RenderedNote;
import garden.markdown.Rendering;
import garden.markdown.model.LinkTarget;
import garden.markdown.model.LinkTargets;
import garden.note.BlobId;
import garden.note.Link;
import garden.note.Note;
import garden.note.NotePath;
import garden.note.Problem;
import garden.note.Tag;
import garden.page.layout.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The bodies of notes as HTML. Thread-safe.
 *
 * <p>A body is a function of the note's bytes, of where its links lead and of how the garden shows line ends, so that is what it is cached under: an edit
 * elsewhere leaves it in the cache, and no push needs to clear anything.
 */
public final class NoteBodies {

    /** A note that holds a drawing as data, which nobody wants to read. */
    private static final String DRAWING = ".excalidraw";

    private final Markdown markdown;
    private final Blobs blobs;
    private final PictureSizes sizes;
    private final PastNotes pastNotes;
    private final Memo<Key, RenderedNote> bodies;
    private final LateBodies<Key> lateBodies;

    /** Where the bytes of notes are. */
    @FunctionalInterface
    public interface Blobs {

        /** The bytes of a note; those of one that is too large may be cut. */
        byte[] read(BlobId blob) throws IOException;

        /** The first bytes of any file, {@code maxBytes} at most. */
        default byte[] head(BlobId blob, int maxBytes) throws IOException {
            byte[] all = read(blob);
            return all.length > maxBytes ? Arrays.copyOf(all, maxBytes) : all;
        }
    }

    /** What a body depends on. */
    private record Key(
            NotePath path,
            Rendering rendering,
            BlobId blob,
            Map<Link.Local, LinkTarget> targets,
            Map<Tag, String> tags) {}

    /** @param cacheChars UTF-16 units of rendered bodies that are kept */
    public NoteBodies(Markdown markdown, Blobs blobs, long cacheChars) {
        this(markdown, blobs, cacheChars, System::nanoTime);
    }

    public NoteBodies(Markdown markdown, Blobs blobs, long cacheChars, LongSupplier nanos) {
        this.lateBodies = new LateBodies<>(nanos);
        this.markdown = markdown;
        this.blobs = blobs;
        this.sizes = new PictureSizes(blobs);
        this.pastNotes = new PastNotes(markdown, blobs);
        this.bodies = Memo.ofWeight(cacheChars, (key, body) -> body.html().length() + 1_000, body -> !body.isPending());
    }

    /**
     * The body of a note of this garden.
     *
     * @throws UncheckedIOException when the repository cannot be read
     */
    public RenderedNote body(Note note, Addresses addresses) {
        return filled(note.path(), part(note, "", addresses), addresses);
    }

    /** The same; empty when the repository lacks the note. */
    public Optional<RenderedNote> readableBody(Note note, Addresses addresses) {
        return readable(() -> body(note, addresses));
    }

    private static Optional<RenderedNote> readable(Supplier<RenderedNote> body) {
        try {
            return Optional.of(body.get());
        } catch (UncheckedIOException e) {
            if (UnreadableBlobException.of(e).isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private RenderedNote filled(NotePath path, RenderedNote own, Addresses addresses) {
        return own.passages().isEmpty() ? own : markdown.filled(path, own, passage -> passage(passage, addresses));
    }

    private Optional<RenderedNote> passage(LinkTarget.Passage passage, Addresses addresses) {
        return addresses
                .garden()
                .note(passage.note())
                .map(note ->
                        readable(() -> part(note, passage.part(), addresses)).orElseGet(NoteBodies::unread));
    }

    /** In the place of an embedded note that the repository lacks; what holds it is kept by nobody, since it may come back. */
    private static RenderedNote unread() {
        String why = "The text of this note cannot be read now.";
        return new RenderedNote(
                "<p class=\"notice\">" + why + "</p>\n",
                List.of(),
                List.of(),
                new TreeSet<>(),
                Optional.of(new Problem(Problem.Kind.PENDING, 1, why)),
                0);
    }

    /** A part of a note with gaps where others are to be shown, so that it does not depend on them. */
    private RenderedNote part(Note note, String part, Addresses addresses) {
        Key key = new Key(
                note.path(),
                rendering(part, addresses),
                note.blob(),
                targets(addresses.garden().graph().links(note.path()), addresses),
                tags(note, addresses));
        return body(note, key);
    }

    private RenderedNote body(Note note, Key key) {
        return bodies.known(key)
                .orElseGet(() -> lateBodies.once(key, () -> bodies.get(key, () -> rendered(note, key))));
    }

    private static Rendering rendering(String part, Addresses addresses) {
        return new Rendering(part, addresses.garden().softBreaks());
    }

    /** The link that {@code text} is when it stands in a note at {@code from}. */
    public Optional<Link.Local> link(NotePath from, String text) {
        return new LinkText(markdown).link(from, text);
    }

    /**
     * The title of the note that was at {@code path} when {@code blob} was there.
     *
     * @throws UncheckedIOException when the repository cannot be read
     */
    public String titleOnce(NotePath path, BlobId blob) {
        return pastNotes.title(path, blob);
    }

    /** A note as it was, and its body with links to where they lead today. */
    public record PastBody(Note note, RenderedNote body) {}

    /**
     * The Markdown of a note as readers get it, without remarks, HTML comments and scripts; the file as it is when it has none of these.
     *
     * @throws UncheckedIOException when the repository cannot be read
     */
    public byte[] readable(Note note) {
        try {
            byte[] file = blobs.read(note.blob());
            String whole = new String(file, StandardCharsets.UTF_8);
            String readable = ReadableText.of(whole);
            return readable.equals(whole) ? file : readable.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What {@code blob} says, read as the note at {@code path}, which need not be there any more.
     *
     * @throws UncheckedIOException when the repository cannot be read
     */
    public PastBody past(NotePath path, BlobId blob, Addresses addresses) {
        Note note = pastNotes.note(path, blob);
        List<ResolvedLink> today = addresses.garden().graph().resolve(note.path(), note.localLinks());
        Key key = new Key(path, rendering("", addresses), blob, targets(today, addresses), tags(note, addresses));
        return new PastBody(note, filled(path, body(note, key), addresses));
    }

    private RenderedNote rendered(Note note, Key key) {
        try {
            return markdown.render(note, key.rendering(), blobs.read(note.blob()), new KnownTargets(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers from what the key holds, and nothing else. */
    private record KnownTargets(Key key) implements LinkTargets {

        @Override
        public LinkTarget target(Link.Local link) {
            LinkTarget target = key.targets().get(link);
            return target == null ? new LinkTarget.Missing(Optional.empty(), "not resolved") : target;
        }

        @Override
        public String href(Tag tag) {
            return key.tags().getOrDefault(tag, "#");
        }
    }

    private Map<Link.Local, LinkTarget> targets(List<ResolvedLink> links, Addresses addresses) {
        Map<Link.Local, LinkTarget> targets = new LinkedHashMap<>();
        for (ResolvedLink resolved : links) {
            targets.put(resolved.link(), sized(target(resolved, addresses), resolved.link(), addresses));
        }
        return targets;
    }

    /** A picture that is shown is known with its size, so that nothing moves when it arrives. */
    private LinkTarget sized(LinkTarget target, Link.Local link, Addresses addresses) {
        return target instanceof LinkTarget.Attachment(String href, NotePath path, var none) && link.isEmbed()
                ? new LinkTarget.Attachment(
                        href, path, addresses.garden().attachment(path).flatMap(sizes::of))
                : target;
    }

    /** What a link leads to, ready to be shown. */
    static LinkTarget target(ResolvedLink resolved, Addresses addresses) {
        return switch (resolved.resolution()) {
            case Resolved to -> target(resolved, to, addresses);
            case Ambiguous several ->
                new LinkTarget.Ambiguous(
                        Optional.empty(),
                        several.candidates().stream()
                                .map(NotePath::withoutSuffix)
                                .toList());
            case Missing missing ->
                new LinkTarget.Missing(
                        wouldBe(resolved.link(), addresses),
                        "nothing is named \"" + resolved.link().target() + "\"");
        };
    }

    private static Optional<String> lack(ResolvedLink resolved) {
        String name = "\"" + resolved.link().fragment() + "\"";
        return resolved.problem().map(Problem::kind).flatMap(kind -> switch (kind) {
            case MISSING_HEADING -> Optional.of("no heading " + name);
            case MISSING_BLOCK -> Optional.of("no block " + name);
            default -> Optional.empty();
        });
    }

    private static LinkTarget target(ResolvedLink resolved, Resolved to, Addresses addresses) {
        if (to.target() instanceof Target.File(NotePath path)) {
            Optional<Note> note = addresses.garden().note(path);
            return note.map(found -> resolved.link().isEmbed()
                            ? embed(resolved.link(), to, found, addresses)
                            : new LinkTarget.Live(addresses.href(to), found.title(), lack(resolved)))
                    .orElseGet(() -> new LinkTarget.Attachment(addresses.href(to), path));
        }
        return new LinkTarget.Live(addresses.href(to), "");
    }

    private static LinkTarget embed(Link.Local link, Resolved to, Note note, Addresses addresses) {
        String href = addresses.href(to);
        if (to.heading() == HeadingMatch.MISSING) {
            return new LinkTarget.Missing(
                    Optional.of(href), "\"" + note.title() + "\" has no part named \"" + link.fragment() + "\"");
        }
        return note.path().name().endsWith(DRAWING)
                ? new LinkTarget.Live(href, note.title())
                : new LinkTarget.Passage(href, note.title(), note.path(), to.anchor());
    }

    /** The address the missing note would have, so that no other note decides where the link leads: its page says what is near, and who else wants it. */
    private static Optional<String> wouldBe(Link.Local link, Addresses addresses) {
        String target = link.target();
        return NotePath.isPath(target)
                ? Optional.of(addresses.href(addresses.garden().ownSlug(new NotePath(target))))
                : Optional.empty();
    }

    private static Map<Tag, String> tags(Note note, Addresses addresses) {
        Map<Tag, String> hrefs = new LinkedHashMap<>();
        for (Tag tag : note.tags()) {
            hrefs.put(tag, addresses.href(addresses.garden().tagSlug(tag.key())));
        }
        return hrefs;
    }
}
