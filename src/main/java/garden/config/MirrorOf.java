package garden.config;

/** What the served branch follows. */
public sealed interface MirrorOf {

    /** What this data folder followed before; nothing when it never did. */
    record Before() implements MirrorOf {}

    /** Nothing, whatever was before: the repository here is the garden's own. */
    record Nothing() implements MirrorOf {}

    /** A repository elsewhere. */
    record Upstream(RemoteUrl url) implements MirrorOf {}
}
