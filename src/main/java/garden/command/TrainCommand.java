package garden.command;

import garden.config.Config;
import garden.config.ConfigException;
import garden.server.RunningGarden;
import garden.server.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/**
 * {@code garden train}: serves the manual from a temporary folder, reads all of it once as a reader would, and ends. Whoever records what
 * the JVM loads and compiles meanwhile, as the launcher does, has an archive that later starts begin with.
 *
 * <p>Starts twice: a first start reads notes, a later one what was derived from them.
 */
@Command(
        name = "train",
        hidden = true,
        description = "Serves the manual to itself once, so that the JVM can record it for faster starts.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class)
public final class TrainCommand implements Callable<Integer> {

    private static final int OK = 200;
    private static final Pattern LISTED = Pattern.compile("<loc>([^<]+)</loc>");

    /** What readers open besides the pages that the sitemap lists. */
    private static final List<String> OTHERS = List.of(
            "", "-/search?q=backlinks", "-/api/search?q=pus", "-/suggest?q=gar", "-/recent", "-/status", "index.xml");

    @Override
    public Integer call() throws Exception {
        try (TemporaryFolder data = TemporaryFolder.create()) {
            Config config = config(data.path());
            read(config, List.of());
            read(config, OTHERS);
        }
        return 0;
    }

    /** Defaults alone: what an operator configured is not for a trial, an upstream or webhooks least of all. */
    private static Config config(Path data) throws IOException, ConfigException {
        Path checkout = ConfigFile.checkout();
        return Config.load(
                Files.createFile(data.resolve("config.yml")),
                Map.of(),
                Map.of(
                        "source.seed",
                        checkout.toString(),
                        "source.folder",
                        "notes",
                        "data.folder",
                        data.toString(),
                        "server.port",
                        "0"));
    }

    private static void read(Config config, List<String> others) throws IOException, InterruptedException {
        try (RunningGarden garden = RunningGarden.start(config);
                HttpClient client = HttpClient.newHttpClient()) {
            List<String> addresses = new ArrayList<>();
            others.forEach(other -> addresses.add(garden.url() + other));
            Matcher listed = LISTED.matcher(answer(client, garden.url() + "sitemap.xml"));
            while (listed.find()) {
                addresses.add(listed.group(1));
            }
            for (String address : addresses) {
                answer(client, address);
            }
        }
    }

    private static String answer(HttpClient client, String address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(address + ": expected " + OK + ", got " + answer.statusCode());
        }
        return answer.body();
    }
}
