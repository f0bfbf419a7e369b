package garden.git;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names that Windows cannot hold, so that a clone there ends without files: "Naming Files, Paths, and Namespaces" in the
 * documentation of Windows.
 */
public final class WindowsNames {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1f<>:\"|?*\\\\]");
    private static final Pattern STRIPPED_END = Pattern.compile(".*[. ]", Pattern.DOTALL);
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[1-9\u00b9\u00b2\u00b3]) *(?:\\..*)?");

    private WindowsNames() {}

    /** Whether Windows can hold a file at {@code path}, parts separated by {@code /}. */
    public static boolean isHeld(String path) {
        return Stream.of(path.split("/", -1)).allMatch(WindowsNames::isHeldPart);
    }

    private static boolean isHeldPart(String name) {
        return !FORBIDDEN.matcher(name).find()
                && !STRIPPED_END.matcher(name).matches()
                && !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
