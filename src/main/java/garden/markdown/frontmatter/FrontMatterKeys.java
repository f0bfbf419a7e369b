package garden.markdown.frontmatter;

import garden.markdown.frontmatter.FrontValue.Items;
import garden.markdown.frontmatter.FrontValue.Scalar;
import garden.markdown.text.Source;
import garden.note.FrontMatter;
import garden.note.Link;
import garden.note.NameKey;
import garden.note.Property;
import garden.note.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the garden's own keys mean; all others are properties. */
record FrontMatterKeys(Source source, FrontMatterValues values) {

    /** Keys that the garden acts on and the panel of properties need not repeat. */
    static final Set<String> OWN = Set.of(
            "title",
            "aliases",
            "alias",
            "tags",
            "tag",
            "description",
            "summary",
            "draft",
            "isdraft",
            "private",
            "publish",
            "dg-publish",
            "unlisted",
            "created",
            "date",
            "modified",
            "updated",
            "lastmod",
            "enabletoc",
            "toc",
            "permalink",
            "lang",
            "cssclasses",
            "cssclass",
            "socialimage",
            "image",
            "cover",
            "order");

    private static final String[] TAGS = {"tags", "tag"};
    private static final String[] CSS_CLASSES = {"cssclasses", "cssclass"};
    private static final String[] COVER = {"socialimage", "image", "cover"};

    /** BCP 47, but for what only registries know. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");

    private static final Pattern CSS_CLASS = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern ORDER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");

    FrontMatter read() {
        return new FrontMatter(
                values.text("title"),
                aliases(),
                tags(),
                values.text("description", "summary"),
                values.visibility().isDraft(),
                values.visibility().publish(),
                values.visibility().isUnlisted(),
                values.instant("created", "date")
                        .or(() -> values.scalarAt("published").flatMap(FrontMatterDates::parse)),
                values.instant("modified", "updated", "lastmod"),
                values.flag("enabletoc").orElse(true) && values.flag("toc").orElse(true),
                permalink(),
                values.read("lang", "a language such as en or pt-BR", FrontMatterKeys::language),
                cssClasses(),
                cover(),
                values.read("order", "a number", FrontMatterKeys::order),
                properties());
    }

    /** A status that hides the note is the garden's, any other is the author's own. */
    private static boolean isHiding(String key, FrontValue value) {
        return VisibilityKey.of(key)
                .flatMap(known -> known.says(value))
                .filter(said -> !said.equals(SpokenVisibility.NOTHING))
                .isPresent();
    }

    private List<String> aliases() {
        Map<NameKey, String> aliases = new LinkedHashMap<>();
        values.names("aliases", "alias").forEach(alias -> aliases.putIfAbsent(new NameKey(alias), alias));
        return List.copyOf(aliases.values());
    }

    /** Tags with spaces inside get {@code -} for them, as Quartz has it, when they are written in a list. */
    private List<Tag> tags() {
        Set<Tag> tags = new LinkedHashSet<>();
        for (String written : values.words(TAGS)) {
            String name = written.replaceFirst("^#+", "").strip().replaceAll("\\s+", "-");
            if (!Tag.isTag(name)) {
                values.problem("a name", "\"" + written + "\"", TAGS);
            } else if (!Tag.isWithinLimits(name)) {
                values.problem(Tag.limits(), "\"" + Tag.start(name) + "\"", TAGS);
            } else if (name.codePoints().allMatch(c -> c == '/' || Character.isDigit(c))) {
                values.problem("a name that is no number", "\"" + written + "\"", TAGS);
            } else {
                tags.add(new Tag(name));
            }
        }
        return List.copyOf(tags);
    }

    private Optional<String> permalink() {
        return values.text("permalink")
                .map(written -> written.replaceAll("^/+|/+$", "").strip())
                .filter(address -> !address.isEmpty());
    }

    private static Optional<String> language(FrontValue value) {
        return value instanceof Scalar scalar && LANGUAGE.matcher(scalar.text()).matches()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private static Optional<Double> order(FrontValue value) {
        return value instanceof Scalar scalar && ORDER.matcher(scalar.text()).matches()
                ? Optional.of(Double.valueOf(scalar.text()))
                : Optional.empty();
    }

    private List<String> cssClasses() {
        Set<String> classes = new LinkedHashSet<>();
        for (String name : values.words(CSS_CLASSES)) {
            if (CSS_CLASS.matcher(name).matches()) {
                classes.add(name);
            } else {
                values.problem("letters, digits, - and _", "\"" + name + "\"", CSS_CLASSES);
            }
        }
        return List.copyOf(classes);
    }

    private Optional<Link> cover() {
        return values.first(COVER).flatMap(key -> values.read(key, "a picture", this::cover));
    }

    private Optional<Link> cover(FrontValue value) {
        return switch (value) {
            case Scalar scalar -> new PropertyText(source, scalar).cover();
            case Items list when !list.items().isEmpty() -> cover(list.items().getFirst());
            case Items list -> Optional.empty();
            case FrontValue.Entries mapping -> Optional.empty();
        };
    }

    private List<Property> properties() {
        PropertyReader reader = new PropertyReader(source);
        List<Property> properties = new ArrayList<>();
        values.entries().forEach((key, entry) -> {
            if (!OWN.contains(key) && !isHiding(key, entry.value())) {
                reader.value(entry.value()).ifPresent(value -> properties.add(new Property(entry.key(), value)));
            }
        });
        return properties;
    }
}
