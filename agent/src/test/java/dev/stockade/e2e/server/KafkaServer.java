package dev.stockade.e2e.server;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Command;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Kafka broker that is its own controller (KRaft). At its start it tries its key store out by
 * handshakes with itself in memory, so not all that is recorded came over the network.
 */
final class KafkaServer implements ApplicationServer {
  private static final Library KAFKA = Library.of("org.apache.kafka:kafka_2.13:3.9.0");
  private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";

  private final Path folder = Files.createTempDirectory("stockade-kafka");
  private final Path properties = folder.resolve("server.properties");
  private final int port = Ports.free();

  KafkaServer() throws Exception {
    this(WEAK_AND_STRONG_SUITES.toArray(String[]::new));
  }

  /** Limited to these cipher suites. */
  KafkaServer(String... suites) throws Exception {
    Files.writeString(properties, configuration(String.join(",", suites)));
    Command.run(
        folder,
        String.join(
            " ",
            Jdk.running().java(),
            "-cp",
            KAFKA.classPath(),
            "kafka.tools.StorageTool format -t",
            CLUSTER,
            "-c",
            properties.toString()));
  }

  private String configuration(String suites) throws Exception {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%1$d
        listeners=SSL://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%1$d
        listener.security.protocol.map=SSL:SSL,CONTROLLER:PLAINTEXT
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=SSL
        log.dirs=%3$s
        offsets.topic.replication.factor=1
        ssl.keystore.type=PKCS12
        ssl.keystore.location=%4$s
        ssl.keystore.password=%5$s
        ssl.key.password=%5$s
        ssl.truststore.type=PKCS12
        ssl.truststore.location=%6$s
        ssl.truststore.password=%5$s
        ssl.enabled.protocols=TLSv1.3,TLSv1.2,TLSv1.1
        ssl.cipher.suites=%7$s
        """
        .formatted(
            Ports.free(),
            port,
            folder.resolve("data"),
            Keys.keyStore(),
            Keys.PASSWORD,
            Keys.trustStore(),
            suites);
  }

  @Override
  public ChildJvm start(ChildJvm child) throws Exception {
    child
        .in(folder)
        .launch(List.of("-cp", KAFKA.classPath(), "kafka.Kafka"), properties.toString());
    child.awaitListener(port);
    return child;
  }

  @Override
  public int port() {
    return port;
  }

  /** It does not speak HTTP. */
  @Override
  public String visit(Peer client) throws Exception {
    return OpensslClient.shakeHands(port, client.limits);
  }
}
