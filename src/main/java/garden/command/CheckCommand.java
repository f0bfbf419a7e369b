package garden.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import garden.config.Config;
import garden.config.ConfigException;
import garden.graph.Explanation;
import garden.graph.LocatedProblem;
import garden.graph.Resolution;
import garden.markdown.LinkText;
import garden.markdown.Markdown;
import garden.note.Link;
import garden.note.NotePath;
import garden.note.Problem;
import garden.server.ConfigTranslation;
import garden.snapshot.Garden;
import garden.snapshot.StepDetails;
import garden.sync.Publication;
import garden.text.JsonMapping;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garden check}: what a push would complain of, before it is pushed. */
@Command(
        name = "check",
        description = "Reports broken links and other problems of a folder of notes, committed or not.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:no problem, or only links by an old name", "1:could not check", "2:problems found"})
public final class CheckCommand implements Callable<Integer> {

    private static final int EXIT_PROBLEMS = 2;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "The folder with the notes (default: source.folder in source.seed).")
    private @Nullable Path folder;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private Format format = Format.text;

    @Option(
            names = "--explain",
            paramLabel = "LINK",
            description = "Says where a link such as '[[name]]' leads, and why, instead of checking.")
    private @Nullable String explained;

    @Option(
            names = "--from",
            paramLabel = "NOTE",
            description = "The note in which --explain's link stands, such as trees/oak.md (default: index.md).")
    private String from = "index.md";

    @Option(
            names = "--fix",
            description = "Prints the edits that make links by an old name direct, as a patch for git apply.")
    private boolean isFix;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "With --fix: commits the edits on top of HEAD to a new branch instead. Nothing else changes.")
    private @Nullable String branch;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** How problems are printed. The names are what is typed. */
    enum Format {
        text,
        json
    }

    /**
     * A problem as JSON.
     *
     * @param path empty, and {@code line} 0, for a remark, which is about no one place in a note
     * @param write how a link by an old name is written directly; left out of other problems
     * @param isHidden whether readers do not see the note; left out when they do
     */
    record Line(
            String path,
            int line,
            String kind,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String write,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean isHidden) {}

    @Override
    public Integer call() throws Exception {
        Config config;
        try {
            config = options.load(Map.of());
        } catch (ConfigException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (branch != null && !isFix) {
            throw new IOException("cannot make a branch of a check: --branch goes with --fix");
        }
        try (FolderGarden checked = FolderGarden.open(folder(config), config)) {
            if (isFix) {
                return new LinkFixes(checked, spec.commandLine()).run(Optional.ofNullable(branch));
            }
            Publication read = checked.step();
            Garden garden = read.now();
            if (explained != null) {
                return explain(garden, config, explained);
            }
            print(garden, read.details());
            return garden.problems().stream().allMatch(CheckCommand::isHarmless) ? 0 : EXIT_PROBLEMS;
        }
    }

    /** A link by an old name leads where it should. */
    private static boolean isHarmless(LocatedProblem located) {
        return located.problem().kind() == Problem.Kind.MOVED_LINK;
    }

    private int explain(Garden garden, Config config, String text) throws IOException {
        Optional<NotePath> note = Optional.of(from)
                .filter(NotePath::isPath)
                .map(NotePath::new)
                .filter(path -> garden.note(path).isPresent() || path.value().equals("index.md"));
        NotePath path = note.orElseThrow(() -> new IOException(
                "cannot explain a link in " + from + ": expected the path of a note that readers may see"));
        try (Markdown markdown = ConfigTranslation.parser(config.content())) {
            Link.Local link = new LinkText(markdown)
                    .link(path, text)
                    .orElseThrow(
                            () -> new IOException("cannot explain \"" + text + "\": expected a link such as [[name]]"));
            Explanation explanation = garden.graph().explainWhole(path, link);
            explanation.lines().forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
            return explanation.resolution() instanceof Resolution.Resolved ? 0 : EXIT_PROBLEMS;
        }
    }

    private Path folder(Config config) throws IOException {
        if (folder != null) {
            return folder;
        }
        Path seed = config.source()
                .seed()
                .orElseThrow(() ->
                        new IOException("cannot check: source.seed is none; name a folder: ./garden check FOLDER"));
        return seed.resolve(config.source().folder());
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String properties(Garden garden) {
        int number = garden.graph().propertyLinkCount();
        return number == 0 ? "" : " and " + number + " in front matter";
    }

    private static List<Line> lines(Garden garden, StepDetails details) {
        List<Line> lines = new ArrayList<>();
        garden.problems()
                .forEach(located -> lines.add(
                        line(located, garden.graph().directLink(located).orElse(""), false)));
        details.remarks().forEach(remark -> lines.add(new Line("", 0, "REMARK", remark, "", false)));
        details.hiddenProblems().forEach(located -> lines.add(line(located, "", true)));
        return lines;
    }

    private static Line line(LocatedProblem located, String write, boolean isHidden) {
        Problem problem = located.problem();
        return new Line(
                located.path().value(), problem.line(), problem.kind().name(), problem.message(), write, isHidden);
    }

    private void print(Garden garden, StepDetails details) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        List<LocatedProblem> problems = garden.problems();
        switch (format) {
            case json -> out.println(JsonMapping.MAPPER.writeValueAsString(lines(garden, details)));
            case text -> {
                problems.forEach(located -> out.println(located
                        + garden.graph()
                                .directLink(located)
                                .map(link -> "; write " + link)
                                .orElse("")));
                details.toAuthor().forEach(remark -> out.println("not shown: " + remark));
                out.println(count(garden.graph().notes().size(), "note") + ", "
                        + count(garden.graph().linkCount(), "link") + properties(garden) + ", "
                        + count(problems.size(), "problem"));
            }
        }
        out.flush();
    }
}
