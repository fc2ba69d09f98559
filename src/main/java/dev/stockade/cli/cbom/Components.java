package dev.stockade.cli.cbom;

import dev.stockade.base.IsoTime;
import dev.stockade.policy.tls.CertificateFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The components of a bill of materials. */
final class Components {
  private Components() {}

  /**
   * A cryptographic asset.
   *
   * @param version may be null
   * @param evidence null where it has none of its own
   */
  static Map<String, Object> asset(
      String ref,
      String name,
      String version,
      Map<String, Object> crypto,
      Evidence evidence,
      Properties properties) {
    Map<String, Object> component = of("cryptographic-asset", ref, name);
    if (version != null) {
      component.put("version", version);
    }
    component.put("cryptoProperties", crypto);
    if (evidence != null) {
      component.put("evidence", evidence.members());
      properties.countIfAny("events-without-occurrence", evidence.omitted());
    }
    component.put("properties", properties.list());
    return component;
  }

  static Map<String, Object> of(String type, String ref, String name) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("type", type);
    component.put("bom-ref", ref);
    component.put("name", Ref.whole(name));
    return component;
  }

  static Map<String, Object> algorithm(AlgorithmUse use) {
    Map<String, Object> crypto = new LinkedHashMap<>();
    crypto.put("assetType", "algorithm");
    crypto.put("algorithmProperties", use.algorithm.properties());
    Evidence evidence = use.evidence.count() == 0 ? null : use.evidence;
    Properties properties = new Properties().count("handshakes", use.evidence.count());
    return asset(use.algorithm.ref(), use.algorithm.name, null, crypto, evidence, properties);
  }

  /**
   * @param signature null where it is not known
   */
  static Map<String, Object> certificate(CertificateFacts its, Algorithm signature) {
    Map<String, Object> properties = new LinkedHashMap<>();
    put(properties, "serialNumber", its.serial());
    put(properties, "subjectName", its.subject());
    put(properties, "issuerName", its.issuer());
    if (its.notAfter() != 0) {
      properties.put("notValidBefore", IsoTime.of(its.notBefore()));
      properties.put("notValidAfter", IsoTime.of(its.notAfter()));
    }
    properties.put("certificateFormat", "X.509");
    Map<String, Object> fingerprint = new LinkedHashMap<>();
    fingerprint.put("alg", "SHA-256");
    fingerprint.put("content", its.sha256());
    properties.put("fingerprint", fingerprint);
    if (signature != null) {
      Map<String, Object> related = new LinkedHashMap<>();
      related.put("type", "algorithm");
      related.put("ref", signature.ref());
      List<Object> all = new ArrayList<>(Collections.singleton(related));
      properties.put("relatedCryptographicAssets", all);
    }
    Map<String, Object> crypto = new LinkedHashMap<>();
    crypto.put("assetType", "certificate");
    crypto.put("certificateProperties", properties);
    Properties own = new Properties();
    text(own, "key-type", its.keyType());
    text(own, "key-curve", its.curve());
    own.countIfAny("key-bits", its.keyBits());
    if (its.isSelfSigned()) {
      own.text("self-signed", "true");
    }
    String name = its.subject() == null || its.subject().isEmpty() ? its.id() : its.subject();
    return asset(ref(its), name, null, crypto, null, own);
  }

  static String ref(CertificateFacts certificate) {
    return Ref.of("crypto/certificate", certificate.sha256());
  }

  private static void text(Properties properties, String name, String value) {
    if (value != null) {
      properties.text(name, value);
    }
  }

  private static void put(Map<String, Object> members, String name, String value) {
    if (value != null) {
      members.put(name, Ref.whole(value));
    }
  }
}
