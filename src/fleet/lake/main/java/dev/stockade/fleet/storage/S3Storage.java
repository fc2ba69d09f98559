package dev.stockade.fleet.storage;

import dev.stockade.aws.endpoint.Endpoints;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What lies below a prefix of a bucket. S3 shows an object when all of it is there, so that nothing
 * has to be written aside. Files of up to 256 MB go by one PUT, which may have 5 GB.
 */
final class S3Storage implements Storage {
  /** 503 (SlowDown) is tried again after a growing wait. */
  private static final int ATTEMPTS = 4;

  private static final int EXISTS = 412;
  private static final int CONFLICT = 409;
  private static final int BEHIND_END = 416;

  private final String name;
  private final String bucket;

  /** Empty, or with a {@code /} at its end. */
  private final String root;

  private final S3Client s3;

  private S3Storage(String name, String bucket, String root, S3Client s3) {
    this.name = name;
    this.bucket = bucket;
    this.root = root;
    this.s3 = s3;
  }

  static S3Storage of(String name, String bucket, String prefix) {
    String root = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    return new S3Storage(name, bucket, root, client(name));
  }

  /** A bucket in another region than the surroundings say is found by S3's own redirect. */
  private static S3Client client(String name) {
    try {
      Region region = AwsClients.region();
      return AwsClients.with(S3Client.builder(), ATTEMPTS)
          .region(region == null ? Region.US_EAST_1 : region)
          .crossRegionAccessEnabled(endpoint() == null)
          .forcePathStyle(endpoint() != null && Endpoints.of(endpoint()) == null)
          .build();
    } catch (SdkException e) {
      throw AwsFailures.of(name, "s3", e);
    }
  }

  /** Host of the endpoint that the SDK's own variables or properties name; null for AWS's. */
  private static String endpoint() {
    String[] urls = {
      System.getProperty("aws.endpointUrlS3"),
      System.getenv("AWS_ENDPOINT_URL_S3"),
      System.getProperty("aws.endpointUrl"),
      System.getenv("AWS_ENDPOINT_URL")
    };
    for (String url : urls) {
      if (url != null && !url.isEmpty()) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
      }
    }
    return null;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Stream<StoredFile> list(String prefix, String after) {
    ListObjectsV2Request request =
        ListObjectsV2Request.builder()
            .bucket(bucket)
            .prefix(root + prefix)
            .startAfter(after == null ? null : root + after)
            .build();
    return Pages.of(request, asked -> call("s3:ListBucket", "", () -> s3.listObjectsV2(asked)))
        // What consoles make to show an empty folder.
        .filter(object -> !object.key().endsWith("/"))
        .map(
            object ->
                new StoredFile(
                    object.key().substring(root.length()), object.size(), object.lastModified()));
  }

  @Override
  public InputStream open(String key, long offset) {
    try {
      InputStream in =
          s3.getObject(
              get ->
                  get.bucket(bucket)
                      .key(root + key)
                      .range(offset == 0 ? null : "bytes=" + offset + "-"));
      return new S3Stream(in, at(key));
    } catch (SdkException e) {
      if (e instanceof S3Exception answer && answer.statusCode() == BEHIND_END) {
        return InputStream.nullInputStream();
      }
      throw AwsFailures.of(at(key), "s3:GetObject", e);
    }
  }

  @Override
  public void write(String key, Path file) {
    call("s3:PutObject", key, () -> s3.putObject(put(key).build(), RequestBody.fromFile(file)));
  }

  @Override
  public void take(String key, Path file) {
    write(key, file);
  }

  /** A try whose answer was lost may have made it: then this says false, and it is the same. */
  @Override
  public boolean create(String key, Path file) {
    PutObjectRequest request = put(key).ifNoneMatch("*").build();
    for (int attempt = 1; ; attempt++) {
      try {
        s3.putObject(request, RequestBody.fromFile(file));
        return true;
      } catch (SdkException e) {
        int status = e instanceof S3Exception answer ? answer.statusCode() : 0;
        if (status == EXISTS) {
          return false;
        }
        // Somebody else is at the same key: the next answer says who was first.
        if (status != CONFLICT || attempt == ATTEMPTS) {
          throw AwsFailures.of(at(key), "s3:PutObject", e);
        }
      }
    }
  }

  @Override
  public void delete(String key) {
    call("s3:DeleteObject", key, () -> s3.deleteObject(at -> at.bucket(bucket).key(root + key)));
  }

  @Override
  public void close() {
    s3.close();
  }

  private PutObjectRequest.Builder put(String key) {
    return PutObjectRequest.builder().bucket(bucket).key(root + key);
  }

  private String at(String key) {
    return "s3://" + bucket + "/" + root + key;
  }

  private <T> T call(String action, String key, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw AwsFailures.of(at(key), action, e);
    }
  }
}
