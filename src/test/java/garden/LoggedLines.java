package garden;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What is logged while this is open. */
public final class LoggedLines implements AutoCloseable {

    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();
    private final Logger logger;

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private LoggedLines(String name) {
        logger = Logger.getLogger(name);
        logger.addHandler(handler);
    }

    /** By the loggers of a package and those below. */
    public static LoggedLines of(String name) {
        return new LoggedLines(name);
    }

    /** Warnings and worse. */
    public Stream<String> warnings() {
        return records.stream()
                .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogRecord::getMessage);
    }

    /** What was logged with a stack trace. */
    public Stream<Throwable> thrown() {
        return records.stream().map(LogRecord::getThrown).filter(thrown -> thrown != null);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}
