package dev.stockade.journal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A handshake that Stockade refused, or that failed because nothing allowed was in common. */
@Name("stockade.TlsBlocked")
@Label("TLS Blocked")
@Description("A TLS handshake that Stockade refused")
@Category("Stockade")
final class TlsBlockedEvent extends TlsEvent {}
