package garden.markdown.budget;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * How long one piece of work may take before it is put off.
 *
 * @param processor time on a processor: a machine that is busy, asleep or stopped uses none of it
 * @param clock time on a processor that the thread of an id has used since it began, in nanoseconds; negative when it has ended
 * @param queue how long a place to be done in is waited for
 */
public record WorkTime(Duration processor, LongUnaryOperator clock, Duration queue) {

    /** For work that waits for something that never comes. */
    private static final Duration LEAST_WAIT = Duration.ofMinutes(2);

    private static final int WAIT_FACTOR = 60;

    /** A place is waited for as long as the work in it may be. */
    public WorkTime(Duration processor, LongUnaryOperator clock) {
        this(processor, clock, longestWait(processor));
    }

    /** As the operating system counts, or by the clock on the wall where it does not. */
    public static WorkTime of(Duration processor) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return new WorkTime(
                processor,
                threads.isThreadCpuTimeSupported() ? threads::getThreadCpuTime : thread -> System.nanoTime());
    }

    /** How long anybody waits, however little of it was work. */
    Duration longestWait() {
        return longestWait(processor);
    }

    private static Duration longestWait(Duration processor) {
        Duration many = processor.multipliedBy(WAIT_FACTOR);
        return many.compareTo(LEAST_WAIT) > 0 ? many : LEAST_WAIT;
    }
}
