package dev.stockade.aws.operation;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.request.FormFields;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.text.FactTable;
import dev.stockade.aws.text.TargetPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * S3's operations, which only method, shape of the path and subresources of the query show.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html">Amazon S3 API
 *     Reference</a>
 */
final class S3Operations {
  private static final Map<String, Map<String, List<S3Operations>>> BY_LEVEL = read();

  private final String[] subresources;
  private final String operation;

  private S3Operations(String subresources, String operation) {
    this.subresources = subresources.equals("-") ? new String[0] : subresources.split("&", -1);
    this.operation = operation;
  }

  /** The operation, or null when it is none that we know. */
  static String name(Endpoint endpoint, RequestHead head) {
    String service = endpoint.service();
    String target = head.target();
    switch (service) {
      case "s3-control":
        return null;
      case "s3-outposts":
        if (!endpoint.isBucketInHost()) {
          return null;
        }
        break;
      case "s3-object-lambda":
        if (head.method().equals("POST") && TargetPath.is(target, "/WriteGetObjectResponse")) {
          return "WriteGetObjectResponse";
        }
        break;
      default:
    }
    String level = level(endpoint.isBucketInHost(), target);
    if (level.equals("service") && service.equals("s3express-control")) {
      level = "directory";
    }
    if (level.equals("object")
        && head.method().equals("PUT")
        && head.first("x-amz-copy-source") != null) {
      level = "copy";
    }
    return first(BY_LEVEL.get(level).get(head.method()), FormFields.ofQuery(target));
  }

  /** What the path names: service, bucket or object. */
  private static String level(boolean bucketInHost, String target) {
    int start = TargetPath.start(target);
    int end = TargetPath.end(target);
    if (bucketInHost) {
      return end - start > 1 ? "object" : "bucket";
    }
    if (end - start <= 1) {
      return "service";
    }
    int slash = target.indexOf('/', start + 1);
    return slash < 0 || slash >= end - 1 ? "bucket" : "object";
  }

  private static String first(List<S3Operations> candidates, FormFields query) {
    if (candidates != null) {
      for (S3Operations candidate : candidates) {
        if (candidate.fits(query)) {
          return candidate.operation;
        }
      }
    }
    return null;
  }

  private boolean fits(FormFields query) {
    for (String subresource : subresources) {
      if (!query.has(subresource)) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Map<String, List<S3Operations>>> read() {
    Map<String, Map<String, List<S3Operations>>> levels = new HashMap<>();
    for (String level : new String[] {"service", "directory", "bucket", "object", "copy"}) {
      levels.put(level, new HashMap<>());
    }
    for (String[] fact : FactTable.of("s3-operations.txt")) {
      levels
          .get(fact[1])
          .computeIfAbsent(fact[0], method -> new ArrayList<>())
          .add(new S3Operations(fact[2], fact[3]));
    }
    return levels;
  }
}
