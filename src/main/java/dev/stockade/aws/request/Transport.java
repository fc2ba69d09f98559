package dev.stockade.aws.request;

/** The transport that a request is about to be written to. */
public enum Transport {
  TLS,
  CLEARTEXT,
  /** The HTTP client does not show it: no judgement follows. */
  UNKNOWN
}
