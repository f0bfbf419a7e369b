package garden.page.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A front-end library on the class path, in the version that the build chose. */
record WebJar(String name, String version) {

    /** The library of these Maven coordinates. */
    static WebJar of(String group, String name) {
        String file = "/META-INF/maven/" + group + "/" + name + "/pom.properties";
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(new String(resource(file), StandardCharsets.UTF_8)));
            return new WebJar(name, properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(String file) {
        return resource("/META-INF/resources/webjars/" + name + "/" + version + "/" + file);
    }

    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** A file on the class path, ours or a library's. */
    static byte[] resource(String path) {
        try (InputStream stream = WebJar.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("file " + path + " is not on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
