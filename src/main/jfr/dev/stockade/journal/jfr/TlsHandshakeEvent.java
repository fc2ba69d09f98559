package dev.stockade.journal.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A handshake that was completed, or that failed for a reason that is not Stockade's. */
@Name("stockade.TlsHandshake")
@Label("TLS Handshake")
@Description("A TLS handshake as Stockade judged it, completed or failed")
@Category("Stockade")
final class TlsHandshakeEvent extends TlsEvent {}
