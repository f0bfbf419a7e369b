package garden.markdown.html;

import garden.markdown.model.LinkTarget;
import garden.markdown.text.EmbedLabel;
import garden.markdown.text.WrittenSize;
import garden.note.NotePath;
import java.util.Locale;
import java.util.Set;

/** The HTML of what is no note: pictures, sound, films, PDFs and other files. All of it may stand in a line. Owned by one thread. */
public final class MediaMarkup {

    /** The attribute that holds the address of the player a video card becomes when it is clicked. */
    static final String PLAYER = "data-player";

    private static final Set<String> PICTURES =
            Set.of("png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico", "apng", "jfif");
    private static final Set<String> SOUNDS = Set.of("mp3", "wav", "m4a", "ogg", "oga", "opus", "flac", "aac", "3gp");
    private static final Set<String> FILMS = Set.of("mp4", "webm", "ogv", "mov", "mkv", "m4v");

    /** How the first picture of a text is loaded. */
    public static final String EAGER = "eager";

    private final HtmlOut out;
    private boolean hasPicture;

    MediaMarkup(HtmlOut out) {
        this.out = out;
    }

    /** A file of the garden, shown as its extension allows. */
    void attachment(LinkTarget.Attachment attachment, EmbedLabel label) {
        NotePath path = attachment.path();
        String extension = path.extension();
        if (PICTURES.contains(extension)) {
            out.raw("<img").attribute("src", attachment.href());
            pictureEnd(label.sized(attachment.size()));
        } else if (SOUNDS.contains(extension)) {
            sound(attachment.href());
        } else if (FILMS.contains(extension)) {
            film(attachment.href(), "metadata", label);
        } else if (extension.equals("pdf")) {
            pdf(attachment, label);
        } else {
            card(attachment, label);
        }
    }

    /** What lies outside, at a web address: a video is a card until it is clicked; a picture tells nobody where the reader is. */
    void external(String url, EmbedLabel label) {
        VideoPage.of(url).ifPresentOrElse(video -> video(video, url, label), () -> file(url, label));
    }

    private void file(String url, EmbedLabel label) {
        String extension = extension(url);
        if (SOUNDS.contains(extension)) {
            sound(url);
        } else if (FILMS.contains(extension)) {
            film(url, "none", label);
        } else {
            out.raw("<img").attribute("src", url).raw(" referrerpolicy=\"no-referrer\"");
            pictureEnd(label);
        }
    }

    private static String extension(String url) {
        String path = url.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void pictureEnd(EmbedLabel label) {
        out.attribute("alt", label.alt());
        label.title().ifPresent(title -> out.attribute("title", title));
        size(label.size());
        loading();
        out.raw(" />");
    }

    /** The first picture of a text is likely to be seen at once; the others wait until they are near. */
    void loading() {
        out.attribute("loading", hasPicture ? "lazy" : EAGER);
        hasPicture = true;
    }

    private void sound(String url) {
        out.raw("<audio controls preload=\"none\"").attribute("src", url).raw("></audio>");
    }

    private void film(String url, String preload, EmbedLabel label) {
        out.raw("<video controls").attribute("preload", preload).attribute("src", url);
        size(label.size());
        out.raw("></video>");
    }

    /** The document where there is room for it, which the style sheet decides; always the card, which opens it alone. */
    private void pdf(LinkTarget.Attachment attachment, EmbedLabel label) {
        out.raw("<span class=\"pdf\"><iframe loading=\"lazy\"")
                .attribute("src", attachment.href() + (attachment.href().contains("#") ? "&" : "#") + "navpanes=0");
        out.attribute("title", attachment.path().fileName());
        label.size().height().ifPresent(height -> out.attribute("height", height));
        out.raw("></iframe>");
        card(attachment, label);
        out.raw("</span>");
    }

    private void card(LinkTarget.Attachment attachment, EmbedLabel label) {
        String fileName = attachment.path().fileName();
        String extension = attachment.path().extension();
        out.raw("<a class=\"internal file card\"").attribute("href", attachment.href());
        out.attribute("title", fileName).raw("><span class=\"card-title\">");
        out.text(label.alt().isEmpty() ? fileName : label.alt()).raw("</span>");
        if (!extension.isEmpty()) {
            out.raw(" <span class=\"card-kind\">").text(extension).raw("</span>");
        }
        out.raw("</a>");
    }

    private void video(VideoPage video, String url, EmbedLabel label) {
        out.raw("<span class=\"video\"><a class=\"external card\"").attribute("href", url);
        out.attribute(PLAYER, video.player()).raw(" rel=\"noopener\"><span class=\"card-title\">");
        out.text(label.alt().isEmpty() ? url : label.alt());
        out.raw("</span> <span class=\"card-kind\">").text(video.host()).raw("</span></a></span>");
    }

    private void size(WrittenSize size) {
        size.width().ifPresent(value -> out.attribute("width", value));
        size.height().ifPresent(value -> out.attribute("height", value));
        if (size.isExact()) {
            out.attribute("class", WrittenSize.EXACT);
        }
    }
}
