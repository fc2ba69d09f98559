package dev.stockade.apps;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * A Kafka client that asks brokers for their topics over TLS, with whatever the JDK offers: {@code
 * ssl.enabled.protocols} and {@code ssl.cipher.suites} are those of {@code app.protocols} and
 * {@code app.suites}.
 */
public final class KafkaTopics {
  private static final int PATIENCE_SECONDS = 60;

  private KafkaTopics() {}

  public static void main(String[] brokers) {
    for (String broker : brokers) {
      Outcome.report(broker, () -> topics(broker));
    }
  }

  private static String topics(String broker) throws Exception {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker);
    properties.put("security.protocol", "SSL");
    properties.put("ssl.truststore.type", "PKCS12");
    properties.put("ssl.truststore.location", System.getProperty("javax.net.ssl.trustStore"));
    properties.put(
        "ssl.truststore.password", System.getProperty("javax.net.ssl.trustStorePassword"));
    properties.put("ssl.enabled.protocols", System.getProperty("app.protocols"));
    properties.put("ssl.cipher.suites", System.getProperty("app.suites"));
    try (Admin admin = Admin.create(properties)) {
      return "topics " + admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    }
  }
}
