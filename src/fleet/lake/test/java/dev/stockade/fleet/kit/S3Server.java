package dev.stockade.fleet.kit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * S3Proxy in this process, over a folder: it verifies signatures version 4. The SDK of this JVM
 * finds it by system properties, as long as it is open; that of a child by {@link #variables}.
 */
public final class S3Server implements AutoCloseable {
  public static final String BUCKET = "journals";
  private static final String ACCESS_KEY = "ASIASTOCKADE00000001";
  private static final String SECRET = "the-secret";

  private final Path folder = Files.createTempDirectory("stockade-s3");
  private final BlobStore store = new FilesystemNio2BlobStore(folder.toString());
  private final List<String> properties = new ArrayList<>();
  private final AwsNames names;
  private S3Proxy proxy;
  private int port;

  /** With one bucket, {@value #BUCKET}. */
  public S3Server() throws Exception {
    this(null);
  }

  /**
   * @param names to be served as S3 by TLS under its names; null for an address in the clear
   */
  public S3Server(AwsNames names) throws Exception {
    this.names = names;
    this.store.createContainer(BUCKET);
    start();
    set("aws.endpointUrlS3", url());
    set("aws.accessKeyId", ACCESS_KEY);
    set("aws.secretAccessKey", SECRET);
    set("aws.region", "eu-west-1");
  }

  /** Again at the same port, with what it held. */
  public void start() throws Exception {
    S3Proxy.Builder builder =
        S3Proxy.builder()
            .blobStore(store)
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET)
            .ignoreUnknownHeaders(true);
    if (names == null) {
      builder.endpoint(URI.create("http://127.0.0.1:" + port));
    } else {
      builder
          .secureEndpoint(URI.create("https://127.0.0.1:" + port))
          .keyStore(names.keyStore().toString(), AwsNames.PASSWORD)
          .virtualHost(AwsNames.S3);
    }
    proxy = builder.build();
    proxy.start();
    port = names == null ? proxy.getPort() : proxy.getSecurePort();
  }

  /** As when the network goes away: nobody listens. */
  public void stop() throws Exception {
    proxy.stop();
  }

  /** Where its objects lie as files. */
  public Path bucket() {
    return folder.resolve(BUCKET);
  }

  /** As a command line names the bucket. */
  public String name() {
    return "s3://" + BUCKET;
  }

  public String url() {
    return names == null ? "http://127.0.0.1:" + port : "https://" + AwsNames.S3 + ":" + port;
  }

  /** What a child's environment has to hold to reach it. */
  public Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_ENDPOINT_URL_S3", url());
    variables.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
    variables.put("AWS_SECRET_ACCESS_KEY", SECRET);
    variables.put("AWS_REGION", "eu-west-1");
    return variables;
  }

  /** What Hadoop's S3A has to be told to reach it. */
  public Map<String, String> hadoop() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("fs.s3a.endpoint", url());
    settings.put("fs.s3a.endpoint.region", "eu-west-1");
    settings.put("fs.s3a.path.style.access", "true");
    settings.put("fs.s3a.access.key", ACCESS_KEY);
    settings.put("fs.s3a.secret.key", SECRET);
    return settings;
  }

  /** A system property, until this is closed. */
  public void set(String name, String value) {
    properties.add(name);
    System.setProperty(name, value);
  }

  @Override
  public void close() throws IOException {
    properties.forEach(System::clearProperty);
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IOException(e);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }
}
