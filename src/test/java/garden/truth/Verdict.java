package garden.truth;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a list of facts was answered.
 *
 * @param what the list
 * @param wrong each case that was not answered as the list says, and the reason
 */
public record Verdict(String what, int asked, int right, SortedMap<String, String> wrong) {

    /** The reason of a case that nobody has explained. */
    public static final String UNEXPLAINED = "unexplained";

    public Verdict {
        wrong = new TreeMap<>(wrong);
    }
}
