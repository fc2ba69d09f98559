package dev.stockade.library.provider;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of JSSE's public classes, and of whatever class a provider extends them with. */
public final class ProviderHooks implements HookSource {
  private static final int PROVIDERS = 0;

  private final Enforcement enforcement;

  public ProviderHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    String learned = Hook.DISCOVERED;
    rows.add(
        PROVIDERS,
        GenericProvider.CONTEXT_MADE,
        Hook.exit("javax/net/ssl/SSLContext", "<init>", null, 0, 1));
    rows.add(
        PROVIDERS,
        GenericProvider.CONNECTION_MADE,
        Hook.exit("javax/net/ssl/SSLEngine", "<init>", null, Hook.THIS),
        Hook.exit("javax/net/ssl/SSLSocket", "<init>", null, Hook.THIS));
    rows.add(
        PROVIDERS,
        GenericProvider.START_ENGINE,
        Hook.enter(learned, "beginHandshake", "()V", Hook.THIS).ifPresent());
    rows.add(
        PROVIDERS,
        GenericProvider.START_SOCKET,
        Hook.enter(learned, "startHandshake", "()V", Hook.THIS).ifPresent());
    rows.add(
        PROVIDERS,
        GenericProvider.FINISH,
        Hook.exit(learned, "startHandshake", "()V", Hook.THIS).ifPresent());
    rows.add(
        PROVIDERS,
        GenericProvider.CLOSE,
        Hook.enter(learned, "close", "()V", Hook.THIS).ifPresent());
  }

  @Override
  public HookHandler handler(int number) {
    return new GenericProvider(enforcement.tls(), enforcement.weaver());
  }
}
