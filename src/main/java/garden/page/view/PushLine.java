package garden.page.view;

import garden.page.view.Layout.Anchor;
import java.time.Instant;

/** A push in the list; {@code summary} counts its notes in words. */
public record PushLine(Anchor link, Instant published, String summary, int problems, int fixed) {}
