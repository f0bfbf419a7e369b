package garden.git.push;

/** What takes part in a push besides git: before the branch moves and after. */
public record PushHooks(PushPolicy policy, PushListener listener) {}
