package garden;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house keeps its size: short files, short methods, every package introduced. */
class TidyTest {

    private static final int MAX_FILE_LINES = 400;
    private static final int MAX_METHOD_LINES = 50;
    private static final int MAX_PARAMETERS = 4;
    private static final Pattern OWN_IMPORT = Pattern.compile("(?m)^import (garden\\.[\\w.]+);");
    private static final List<String> EMPTY_WORDS = List.of("Manager", "Helper", "Util", "Utils", "Impl", "Base");

    @Test
    void filesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files("src")) {
            long lines = Files.readString(file).lines().count();
            if (lines > MAX_FILE_LINES) {
                tooLong.add(file + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** Indentation is the formatter's, so a method is what stands between a line at four or eight columns and its closing brace. */
    @Test
    void methodsAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files("src")) {
            if (file.toString().endsWith(".java")) {
                tooLong.addAll(longMethods(file));
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<String> longMethods(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String indent : List.of("    ", "        ")) {
            int start = -1;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean opens = line.startsWith(indent) && line.endsWith("{") && line.indexOf('(') > 0;
                if (opens && !Character.isWhitespace(line.charAt(indent.length())) && isMethod(line)) {
                    start = i;
                } else if (start >= 0 && line.equals(indent + "}")) {
                    if (i - start + 1 > MAX_METHOD_LINES) {
                        found.add(file + ":" + (start + 1) + ": " + (i - start + 1) + " lines");
                    }
                    start = -1;
                }
            }
        }
        return found;
    }

    private static boolean isMethod(String line) {
        return Stream.of("class ", "record ", "interface ", "enum ", " new ", "->")
                .noneMatch(line::contains);
    }

    @Test
    void everyPackageIsIntroduced() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .filter(TidyTest::holdsJava)
                            .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                    .isEmpty();
        }
    }

    private static boolean holdsJava(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void publicTypesAreIntroduced() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path file : files("src/main/java")) {
            String source = Files.readString(file);
            Optional<String> type = source.lines()
                    .filter(line -> line.matches(
                            "(public |final |sealed |abstract )*(class|record|interface|enum|@interface) .*"))
                    .findFirst();
            if (type.isPresent()
                    && !source.substring(0, source.indexOf(type.get())).contains("/**")) {
                silent.add(file);
            }
        }
        assertThat(silent).isEmpty();
    }

    /** What measures is compiled only when it is to run; a type that was renamed must not wait for that. */
    @Test
    void whatMeasuresNamesTypesThatExist() throws IOException {
        Set<String> known = new ClassFileImporter()
                .importPackages("garden").stream().map(JavaClass::getName).collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (Path file : files("src/jmh/java")) {
            OWN_IMPORT
                    .matcher(Files.readString(file))
                    .results()
                    .map(result -> result.group(1))
                    .filter(name -> !known.contains(name))
                    .forEach(name -> unknown.add(file + ": " + name));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void namesSayWhatThingsAre() {
        assertThat(classes())
                .extracting(JavaClass::getSimpleName)
                .noneMatch(name -> EMPTY_WORDS.stream().anyMatch(name::endsWith));
    }

    /** Who hears a name knows which type is meant. */
    @Test
    void namesMeanOneType() {
        List<String> names = classes().stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void methodsTakeFewParameters() {
        List<String> wide = new ArrayList<>();
        for (JavaClass type : classes()) {
            for (JavaMethod method : type.getMethods()) {
                boolean isOurs = Arrays.stream(method.getFullName().split("[.$]", -1))
                        .noneMatch(part -> part.startsWith("lambda"));
                if (isOurs
                        && !isOfALibrary(method)
                        && method.getRawParameterTypes().size() > MAX_PARAMETERS) {
                    wide.add(method.getFullName());
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    /** What a library calls has the parameters that the library wants. */
    private static boolean isOfALibrary(JavaMethod method) {
        return method.getOwner().getAllRawSuperclasses().stream()
                .filter(type -> !type.getPackageName().startsWith("garden"))
                .anyMatch(type -> type.tryGetMethod(
                                method.getName(),
                                method.getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toArray(String[]::new))
                        .isPresent());
    }

    private static List<JavaClass> classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("garden").stream()
                        .filter(TidyTest::isWritten)
                        .toList();
    }

    /** Templates become classes, and so do the copies of records; nobody writes those. */
    private static boolean isWritten(JavaClass type) {
        String outermost = type.getName().replaceFirst("\\$.*", "").replace('.', '/');
        return Files.exists(Path.of("src/main/java", outermost + ".java"));
    }

    private static List<Path> files(String root) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(".java", ".jte", ".js", ".css").anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }
}
