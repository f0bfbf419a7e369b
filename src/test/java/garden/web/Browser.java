package garden.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Debian's {@code chromium} with one empty tab, driven over its pipe by the DevTools protocol: JSON that ends with a zero byte. Owned by
 * one thread.
 */
final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ENDED =
            "chromium ended: expected Debian's package chromium to be installed; without it: mvn verify"
                    + " -DexcludedGroups=browser";

    private static final List<String> COMMAND = List.of(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--remote-debugging-pipe");

    private final Process process;
    private final OutputStream commands;
    private final InputStream answers;
    private String session = "";
    private int lastId;

    /** Starts it; {@code folder} becomes its profile, and keeps what it says. */
    Browser(Path folder) throws IOException {
        String command = String.join(" ", COMMAND) + " --user-data-dir='" + folder + "' about:blank";
        Files.createDirectories(folder);
        // The protocol speaks on the files 3 and 4.
        process =
                new ProcessBuilder("bash", "-c", "exec 3<&0 4>&1 >'" + folder + "/said' 2>&1; exec " + command).start();
        commands = process.getOutputStream();
        answers = process.getInputStream();
        String target = answer("Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        session = answer("Target.attachToTarget", Map.of("flatten", true, "targetId", target))
                .path("sessionId")
                .asText();
        answer("Page.enable", Map.of());
    }

    /** Goes to a page and returns when it and what it asks for at first are loaded. */
    void open(String url) {
        send("Page.navigate", Map.of("url", url));
        JsonNode said = read();
        while (!said.path("method").asText().equals("Page.loadEventFired")) {
            if (said.has("error") || said.path("result").has("errorText")) {
                throw new AssertionError("cannot open " + url + ": " + said);
            }
            said = read();
        }
    }

    /** Makes the window so wide, in CSS pixels, and 800 high. */
    void resize(int width) {
        answer(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What an expression comes to in the page, once what it promises has come. */
    JsonNode eval(String expression) {
        Map<String, Object> parameters = Map.of("awaitPromise", true, "returnByValue", true, "expression", expression);
        JsonNode result = answer("Runtime.evaluate", parameters);
        if (result.has("exceptionDetails")) {
            throw new AssertionError("expected a value of " + expression + ", found " + result);
        }
        return result.path("result").path("value");
    }

    private JsonNode answer(String method, Map<String, Object> parameters) {
        int id = send(method, parameters);
        JsonNode said = read();
        while (said.path("id").asInt() != id) {
            said = read();
        }
        if (said.has("error")) {
            throw new AssertionError(method + ": " + said);
        }
        return said.path("result");
    }

    private int send(String method, Map<String, Object> parameters) {
        Map<String, Object> message = new HashMap<>(Map.of("id", ++lastId, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        try {
            commands.write(JSON.writeValueAsBytes(message));
            commands.write(0);
            commands.flush();
            return lastId;
        } catch (IOException e) {
            throw new AssertionError(ENDED, e);
        }
    }

    private JsonNode read() {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (int next = answers.read(); next != 0; next = answers.read()) {
                if (next < 0) {
                    throw new AssertionError(ENDED);
                }
                message.write(next);
            }
            return TestServer.parse(message.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
