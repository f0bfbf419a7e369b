package garden.command;

import garden.server.RunningGarden;
import java.io.PrintWriter;

/** How a server ends when its process is told to: by Ctrl-C, {@code kill} or the system's shutdown. */
final class Stopping {

    /** Being asked to stop and doing so is no failure, so the usual 128 and the number of the signal would mislead. */
    private static final int STOPPED = 0;

    private Stopping() {}

    /** From now on the end of the process closes {@code garden}, says so in {@code out}, and has the exit status 0. */
    static void whenTold(RunningGarden garden, PrintWriter out) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            garden.close();
                            out.printf("Garden stopped; everything that was acknowledged is on disk%n");
                            out.flush();
                            Runtime.getRuntime().halt(STOPPED);
                        },
                        "stop"));
    }
}
