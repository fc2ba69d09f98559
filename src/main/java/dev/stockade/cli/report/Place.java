package dev.stockade.cli.report;

import dev.stockade.base.Digest;
import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.policy.Peer;
import dev.stockade.policy.rule.Direction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a finding was made: service, direction, destination, calling class. Neither time nor
 * process is of it, so that the same fault in many processes is one finding.
 */
final class Place {
  private static final int ID_DIGITS = 32;
  private static final int MAX_LENGTH = 300;
  private static final String NONE = "-";

  final String service;
  final String direction;
  final String destination;
  final String code;

  Place(String service, String direction, String destination, String code) {
    this.service = service == null ? NONE : YamlText.cut(service, MAX_LENGTH);
    this.direction = direction == null ? NONE : direction;
    this.destination = YamlText.cut(destination, MAX_LENGTH);
    this.code = code == null ? null : YamlText.cut(code, MAX_LENGTH);
  }

  static Place of(RecordedFact fact) {
    Peer peer = fact.peer();
    String direction = peer.direction() == null ? null : peer.direction().label();
    boolean inbound = peer.direction() == Direction.IN;
    // An address stands for a name that is not known, ours is the port of what comes in.
    String destination = inbound ? "in" : peer.destination().toLowerCase(Locale.ROOT);
    return new Place(fact.service(), direction, destination, fact.code());
  }

  /** The finding's id, which stays the same from run to run. */
  String id(String rule) {
    String whole =
        String.join("\0", rule, service, direction, destination, code == null ? NONE : code);
    byte[] hash = Digest.sha256().digest(whole.getBytes(StandardCharsets.UTF_8));
    return Digest.hex(hash).substring(0, ID_DIGITS);
  }
}
