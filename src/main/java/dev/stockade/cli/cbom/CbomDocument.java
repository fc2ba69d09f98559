package dev.stockade.cli.cbom;

import dev.stockade.base.Digest;
import dev.stockade.base.IsoTime;
import dev.stockade.base.Version;
import dev.stockade.cli.command.JsonText;
import dev.stockade.policy.tls.CertificateFacts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A CycloneDX 1.7 document of an {@link Inventory}. The same journals make the same document, byte
 * for byte: its time is that of the newest record, its number comes from its content.
 */
final class CbomDocument {
  private static final String SEVERAL = "services";

  private final Inventory inventory;
  private final List<Object> dependencies = new ArrayList<>();

  private CbomDocument(Inventory inventory) {
    this.inventory = inventory;
  }

  static Map<String, Object> of(Inventory inventory) {
    CbomDocument document = new CbomDocument(inventory);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("metadata", document.metadata());
    content.put("components", document.components());
    List<Object> services = new ArrayList<>();
    inventory.destinations.values().forEach(one -> services.add(one.service()));
    content.put("services", services);
    content.put("dependencies", document.dependencies());

    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "http://cyclonedx.org/schema/bom-1.7.schema.json");
    all.put("bomFormat", "CycloneDX");
    all.put("specVersion", "1.7");
    all.put("serialNumber", "urn:uuid:" + number(JsonText.of(content)));
    all.put("version", 1);
    all.putAll(content);
    return all;
  }

  /** A UUID of the kind that its maker defines (RFC 9562, version 8): a hash. */
  private static UUID number(String content) {
    byte[] hash = Digest.sha256().digest(content.getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    long high = (bytes.getLong() & ~0xf000L) | 0x8000L;
    long low = (bytes.getLong() & ~(3L << 62)) | 1L << 63;
    return new UUID(high, low);
  }

  private Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("timestamp", IsoTime.of(inventory.last));
    metadata.put(
        "lifecycles", Collections.singletonList(Collections.singletonMap("phase", "operations")));
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("type", "application");
    tool.put("name", "stockade");
    tool.put("version", Version.current());
    metadata.put("tools", Collections.singletonMap("components", Collections.singletonList(tool)));
    Collection<String> services = inventory.services.refs();
    metadata.put(
        "component",
        services.size() == 1
            ? service(services.iterator().next())
            : Components.of("application", SEVERAL, SEVERAL));
    Properties properties = new Properties();
    inventory.profiles.forEach(profile -> properties.text("profile", profile));
    properties.text("first-seen", IsoTime.of(inventory.first));
    properties.text("last-seen", IsoTime.of(inventory.last));
    properties.count("handshakes", inventory.handshakes).count("requests", inventory.requests);
    properties.count("refused-or-failed", inventory.without);
    properties.countIfAny("destinations-omitted", inventory.destinations.omitted());
    properties.countIfAny("services-omitted", inventory.services.omitted());
    properties.countIfAny("algorithms-omitted", inventory.algorithms.omitted());
    properties.countIfAny("protocols-omitted", inventory.protocols.omitted());
    properties.countIfAny("certificates-omitted", inventory.certificates.omitted());
    metadata.put("properties", properties.list());
    return metadata;
  }

  private Map<String, Object> service(String ref) {
    return Components.of("application", ref, inventory.names.get(ref));
  }

  private List<Object> components() {
    List<Object> all = new ArrayList<>();
    if (inventory.services.refs().size() != 1) {
      inventory.services.refs().forEach(ref -> all.add(service(ref)));
    }
    for (ProtocolUse protocol : inventory.protocols.values()) {
      all.add(protocol.component(inventory.tables));
    }
    for (AlgorithmUse algorithm : inventory.algorithms.values()) {
      all.add(Components.algorithm(algorithm));
    }
    for (CertificateFacts certificate : inventory.certificates.values()) {
      all.add(Components.certificate(certificate, signature(certificate)));
    }
    for (String ref : inventory.providers.refs()) {
      all.add(Components.of("library", ref, inventory.names.get(ref)));
    }
    return all;
  }

  /** Null where none is known. */
  private Algorithm signature(CertificateFacts certificate) {
    String name = certificate.signatureAlgorithm();
    return name == null ? null : inventory.tables.signature(name);
  }

  private List<Object> dependencies() {
    Table<Set<String>> services = inventory.services;
    if (services.refs().size() != 1) {
      depends(SEVERAL, services.refs());
    }
    services.refs().forEach(ref -> depends(ref, services.get(ref, 0, TreeSet::new)));
    inventory.destinations.values().forEach(one -> depends(one.ref, one.dependencies));
    inventory.protocols.values().forEach(one -> depends(one.ref, listed(one.algorithms())));
    for (AlgorithmUse use : inventory.algorithms.values()) {
      Set<String> parts = new TreeSet<>();
      use.algorithm.parts.forEach(part -> parts.add(part.ref()));
      depends(use.algorithm.ref(), listed(parts));
    }
    for (CertificateFacts certificate : inventory.certificates.values()) {
      Algorithm signature = signature(certificate);
      Set<String> refs = new TreeSet<>();
      if (signature != null) {
        refs.add(signature.ref());
      }
      depends(Components.ref(certificate), listed(refs));
    }
    Table<Set<String>> providers = inventory.providers;
    for (String ref : providers.refs()) {
      add(ref, "provides", providers.get(ref, 0, TreeSet::new));
    }
    return dependencies;
  }

  /** Without those for which there was no room. */
  private Set<String> listed(Set<String> algorithms) {
    algorithms.retainAll(inventory.algorithms.refs());
    return algorithms;
  }

  private void depends(String ref, Collection<String> on) {
    add(ref, "dependsOn", on);
  }

  private void add(String ref, String how, Collection<String> others) {
    Map<String, Object> dependency = new LinkedHashMap<>();
    dependency.put("ref", ref);
    if (!others.isEmpty()) {
      dependency.put(how, new ArrayList<>(others));
    }
    dependencies.add(dependency);
  }
}
