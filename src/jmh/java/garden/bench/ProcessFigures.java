package garden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a running process and its children use, from Linux's {@code /proc}: see proc(5). */
record ProcessFigures(ProcessHandle process) {

    private static final double TICKS_PER_SECOND = 100;

    /** Processor time so far, in seconds, user's and system's. */
    double cpu() throws IOException {
        double ticks = 0;
        for (ProcessHandle one :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            String stat = Files.readString(Path.of("/proc", one.pid() + "", "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks += Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Memory that is in use now, in MB. */
    long residentMegabytes() throws IOException {
        return status("VmRSS:");
    }

    /** The most memory that was in use, in MB. */
    long peakMegabytes() throws IOException {
        return status("VmHWM:");
    }

    private long status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", process.pid() + "", "status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
