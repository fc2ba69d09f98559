package dev.stockade.cli.policy;

import dev.stockade.policy.Cidr;
import dev.stockade.policy.Glob;
import dev.stockade.policy.Match;
import dev.stockade.policy.Peer;
import dev.stockade.policy.PolicyException;
import java.util.ArrayList;
import java.util.List;

/** Explains why an exception is not for a peer, condition by condition. */
final class NearMiss {
  private final Peer peer;
  private final String service;
  private final Match.CodeName code;
  private final List<String> failing = new ArrayList<>();
  private int holding;

  private NearMiss(Peer peer, String service, Match.CodeName code) {
    this.peer = peer;
    this.service = service;
    this.code = code;
  }

  /**
   * What fails, such as {@code port is 8443 there, not 1433}; null where the exception matches, or
   * where nothing at all of it fits but the direction.
   */
  static String of(PolicyException entry, Peer peer, String service, Match.CodeName code) {
    NearMiss miss = new NearMiss(peer, service, code);
    miss.check(entry.match());
    return miss.failing.isEmpty() || miss.holding == 0 ? null : String.join("; ", miss.failing);
  }

  private void check(Match match) {
    if (match.host() != null) {
      check(new Match.Builder().host(new Glob(match.host())), "host", match.host(), peer.host());
    }
    if (match.cidr() != null) {
      check(new Match.Builder().cidr(Cidr.parse(match.cidr())), "cidr", match.cidr(), peer.ip());
    }
    if (match.port() != 0) {
      String port = String.valueOf(peer.port());
      check(new Match.Builder().port(match.port()), "port", "" + match.port(), port);
    }
    if (match.sni() != null) {
      String name = peer.sni() != null ? peer.sni() : peer.host();
      check(new Match.Builder().sni(new Glob(match.sni())), "sni", match.sni(), name);
    }
    if (match.service() != null) {
      Glob glob = new Glob(match.service());
      check(new Match.Builder().service(glob), "service", match.service(), service);
    }
    if (match.code() != null) {
      List<String> names = code == null ? null : code.classNames(peer);
      String className = names == null || names.isEmpty() ? null : names.get(0);
      check(new Match.Builder().code(match.code()), "code", match.code(), className);
    }
    if (match.direction() != null && match.direction() != peer.direction()) {
      String other = peer.direction().label();
      failing.add("direction is " + match.direction().label() + " there, not " + other);
    }
  }

  private void check(Match.Builder one, String name, String wanted, String here) {
    if (one.build().fits(peer, service, code)) {
      holding++;
    } else if (here == null) {
      failing.add(name + " is " + wanted + " there, not known here");
    } else {
      failing.add(name + " is " + wanted + " there, not " + here);
    }
  }
}
