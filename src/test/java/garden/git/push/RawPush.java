package garden.git.push;

import garden.git.RawPack;
import garden.note.CommitId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.jgit.lib.ObjectId;

/** A push as bytes of the protocol, since the git command does not send what is broken; form: gitprotocol-pack(5). */
public final class RawPush {

    private RawPush() {}

    /** Pushes {@code pack} and moves {@code main} to {@code tip}; returns what the server says, messages and report. */
    public static String push(GitServer server, RawPack pack, ObjectId tip) throws IOException, InterruptedException {
        String before = server.tip().map(CommitId::hex).orElse(ObjectId.zeroId().name());
        String command = before + " " + tip.name() + " refs/heads/main\0report-status side-band-64k agent=test\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("%04x%s0000".formatted(command.length() + 4, command).getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(pack.bytes());
        String credentials =
                Base64.getEncoder().encodeToString(("any:" + server.token).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/git-receive-pack"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-git-receive-pack-request")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
