package dev.stockade.e2e.kit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx with TLS: answers each request with the version and the suite that nginx itself saw. */
public final class NginxServer implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      daemon off;
      master_process off;
      pid FOLDER/pid;
      error_log stderr warn;
      events {}
      http {
        access_log off;
        client_body_temp_path FOLDER;
        proxy_temp_path FOLDER;
        fastcgi_temp_path FOLDER;
        uwsgi_temp_path FOLDER;
        scgi_temp_path FOLDER;
        server {
          listen 127.0.0.1:PORT ssl;
          ssl_certificate CERTIFICATE;
          ssl_certificate_key KEY;
          ssl_protocols PROTOCOLS;
          ssl_ciphers ALL:@SECLEVEL=0;
          location / {
            return 200 "Protocol : $ssl_protocol\\nCipher : $ssl_cipher\\n";
          }
        }
      }
      """;

  private final Process process;
  private final int port;

  private NginxServer(String protocols) throws Exception {
    port = Ports.free();
    Path folder = Files.createDirectories(Path.of("target", "nginx-" + port).toAbsolutePath());
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        CONFIGURATION
            .replace("FOLDER", folder.toString())
            .replace("PORT", String.valueOf(port))
            .replace("CERTIFICATE", Keys.certificate().toString())
            .replace("KEY", Keys.key().toString())
            .replace("PROTOCOLS", protocols));
    ProcessBuilder builder =
        new ProcessBuilder(binary(), "-p", folder.toString(), "-c", configuration.toString())
            .redirectErrorStream(true);
    builder.environment().put("OPENSSL_CONF", Keys.opensslConfiguration().toString());
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Ports.awaitListener(port, process, new Lines(process.getInputStream()));
  }

  /** Limited by the values of the directive {@code ssl_protocols}. */
  public static NginxServer speaking(String protocols) throws Exception {
    return new NginxServer(protocols);
  }

  private static String binary() {
    for (String path : List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")) {
      if (Files.isExecutable(Path.of(path))) {
        return path;
      }
    }
    return abort("nginx is not installed");
  }

  public String url() {
    return "https://localhost:" + port + "/";
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
