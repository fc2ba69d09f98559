package dev.stockade.cli.report;

import java.io.File;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;

/** The file to which a build shows a finding: a record of a running program names none. */
final class SourcePlace {
  private static final String FOLDER = "stockade/";

  /** With slashes; null where not given. */
  private final String root;

  private final String policy;

  /**
   * @param root a folder of sources, relative to the repository; null for none
   * @param policy the policy file; null for none
   */
  SourcePlace(String root, String policy) {
    this.root = root == null ? null : root.replace(File.separatorChar, '/').replaceAll("/+$", "");
    this.policy = policy == null ? null : policy.replace(File.separatorChar, '/');
  }

  /** A path that stays the same from run to run; never empty. */
  String of(FoundFault fault) {
    if (root != null && fault.place.code != null) {
      String type = fault.place.code.replaceAll("\\$.*", "").replace('.', '/');
      for (String ending : new String[] {".java", ".kt", ".scala", ".groovy"}) {
        String path = root + "/" + type + ending;
        if (!type.contains("..") && new File(path).isFile()) {
          return path;
        }
      }
    }
    if (policy != null && !new File(policy).isAbsolute()) {
      return policy;
    }
    return FOLDER + (fault.jar == null ? "unknown" : fault.jar);
  }

  /** As a URI reference (RFC 3986). */
  String uri(FoundFault fault) {
    StringBuilder uri = new StringBuilder();
    for (String name : of(fault).split("/", -1)) {
      uri.append(uri.length() == 0 ? "" : "/").append(encoded(name));
    }
    return uri.toString();
  }

  private static String encoded(String name) {
    try {
      return URLEncoder.encode(name, "UTF-8").replace("+", "%20");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JVM must have UTF-8, this one does not", e);
    }
  }
}
