package dev.stockade.journal.format;

import dev.stockade.base.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** How a value of a record stands in another form, and back. Both give null for what is none. */
enum Conversion {
  TEXT {
    @Override
    Object out(Object ours) {
      return ours instanceof String ? ours : null;
    }
  },
  NUMBER {
    @Override
    Object out(Object ours) {
      return ours instanceof Long || ours instanceof Integer ? ours : null;
    }
  },
  FLAG {
    @Override
    Object out(Object ours) {
      return ours instanceof Boolean ? ours : null;
    }
  },
  /** A literal: a name must not get into a field that is searched by networks. */
  IP {
    @Override
    Object out(Object ours) {
      return ours instanceof String && IpLiteral.is((String) ours) ? ours : null;
    }
  },
  /** A word, and no address. */
  NAME {
    @Override
    Object out(Object ours) {
      boolean isName = ours instanceof String && !((String) ours).isEmpty();
      return isName && !IpLiteral.is((String) ours) ? ours : null;
    }
  },
  /** ISO 8601, where a field takes nothing else. */
  TIME {
    @Override
    Object out(Object ours) {
      return MILLIS.holds(ours) ? ours : null;
    }
  },
  /** ISO 8601 and milliseconds since the epoch. */
  MILLIS {
    @Override
    Object out(Object ours) {
      try {
        return ours instanceof String ? (Object) Instant.parse((String) ours).toEpochMilli() : null;
      } catch (DateTimeException | ArithmeticException e) {
        return null;
      }
    }

    @Override
    Object in(Object theirs) {
      return theirs instanceof Long ? IsoTime.of((Long) theirs) : null;
    }
  },
  /** Milliseconds and nanoseconds. */
  NANOS {
    @Override
    Object out(Object ours) {
      boolean fits = ours instanceof Long && (Long) ours < Long.MAX_VALUE / NANOS_IN_MILLI;
      return fits ? (Object) ((Long) ours * NANOS_IN_MILLI) : null;
    }

    @Override
    Object in(Object theirs) {
      return theirs instanceof Long ? (Object) ((Long) theirs / NANOS_IN_MILLI) : null;
    }
  },
  /** Old JDKs name suites {@code SSL_...}, which no register knows. */
  SUITE {
    @Override
    Object out(Object ours) {
      return ours instanceof String ? ((String) ours).replaceFirst("^SSL_", "TLS_") : null;
    }
  },
  /** {@code TLSv1.2} and {@code 1.2}. */
  VERSION_NUMBER {
    @Override
    Object out(Object ours) {
      if (!(ours instanceof String) || !VERSION.matcher((String) ours).matches()) {
        return null;
      }
      String number = ((String) ours).substring(((String) ours).indexOf('v') + 1);
      return number.indexOf('.') < 0 ? number + ".0" : number;
    }

    @Override
    Object in(Object theirs) {
      return theirs instanceof String ? "TLSv" + ((String) theirs).replaceFirst("\\.0$", "") : null;
    }
  },
  /** By the host's view: OCSF {@code network_connection_info.direction_id}. */
  DIRECTION_ID {
    @Override
    Object out(Object ours) {
      return "in".equals(ours) ? (Object) 1L : "out".equals(ours) ? (Object) 2L : null;
    }

    @Override
    Object in(Object theirs) {
      return theirs.equals(1L) ? "in" : theirs.equals(2L) ? "out" : null;
    }
  },
  /** Of ECS {@code network.direction} the words of a host; others are those of a perimeter. */
  DIRECTION_WORD {
    @Override
    Object out(Object ours) {
      return "in".equals(ours) ? "ingress" : "out".equals(ours) ? "egress" : null;
    }

    @Override
    Object in(Object theirs) {
      return "ingress".equals(theirs) ? "in" : "egress".equals(theirs) ? "out" : null;
    }
  };

  private static final long NANOS_IN_MILLI = 1_000_000;

  private static final Pattern VERSION = Pattern.compile("(SSL|TLS|DTLS)v[0-9](\\.[0-9])?");

  /** Whether their field can hold it. */
  boolean holds(Object ours) {
    return out(ours) != null;
  }

  /** Null where their field cannot hold it. */
  abstract Object out(Object ours);

  /** Null for what cannot be one of ours. */
  Object in(Object theirs) {
    return out(theirs);
  }
}
