package dev.stockade.library;

import java.net.URI;
import java.util.Map;

/** A program that uses an HTTP client; each call with a client of its own. */
public interface HttpProgram {
  /**
   * Sends a GET request.
   *
   * @param headers with the host that it says it is for
   * @return the status of the response
   */
  int get(URI server, Map<String, String> headers) throws Exception;
}
