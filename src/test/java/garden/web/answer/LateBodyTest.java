package garden.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LateBodyTest {

    private static final byte[] PIECE = new byte[10 * 1024];

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int beginnings;

    private LateBody body(OutputStream response) {
        return new LateBody(() -> {
            beginnings++;
            return response;
        });
    }

    @Test
    void nothingIsSentBeforeTheFirstPieceIsWhole() throws IOException {
        LateBody body = body(sent);
        body.write(PIECE);
        body.flush();
        body.close();
        assertThat(beginnings).isZero();
        body.write(PIECE);
        body.write(PIECE);
        body.write(PIECE);
        assertThat(beginnings).isEqualTo(1);
        assertThat(sent.size()).isEqualTo(4 * PIECE.length);
        body.write(PIECE);
        body.finish();
        assertThat(beginnings).isEqualTo(1);
        assertThat(sent.size()).isEqualTo(5 * PIECE.length);
    }

    @Test
    void aShortBodyIsSentWhenItIsFinished() throws IOException {
        LateBody body = body(sent);
        body.write("short".getBytes(StandardCharsets.UTF_8));
        assertThat(beginnings).isZero();
        body.finish();
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("short");
    }

    @Test
    void onlyTheResponseIsTheReadersFailure() {
        LateBody body = body(new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("broken pipe");
            }
        });
        assertThatThrownBy(() -> {
                    body.write(PIECE);
                    body.finish();
                })
                .isInstanceOf(ReaderGoneException.class)
                .hasMessage("broken pipe")
                .matches(ReaderGoneException::isOne)
                .matches(failure -> ReaderGoneException.isOne(new UncheckedIOException((IOException) failure)));
        assertThat(ReaderGoneException.isOne(new IOException("broken pipe"))).isFalse();
        assertThat(ReaderGoneException.isOne(new UncheckedIOException(new IOException("disk"))))
                .isFalse();
    }
}
