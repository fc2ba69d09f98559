package dev.stockade.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.WireRequest;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One signed request of each form, the same in every run. Their canonical requests are written out
 * here, so the code under test has no part in them.
 */
public final class SignedSamples {
  public static final long NOW = Instant.parse("2026-11-24T00:00:30Z").toEpochMilli();

  /** What is in the samples and in nobody's output. */
  static final String TOKEN = "tok3nTOK3NtokenQWERTZtoken+/Token==";

  static final String VALUE = "pr1vateHeaderValueOfTheApplication";

  private static final String ID = "ASIASTOCKADEFUZZ0001";
  private static final String SECRET = "s3cretSECRETs3cret/fuzz+secretSECRETs3cr";
  private static final String DATE = "20261124T000000Z";
  private static final KeyPair PAIR = pair();

  private SignedSamples() {}

  public static List<WireRequest> all() {
    return List.of(json(), object(), form(), presigned(), everywhere());
  }

  /** Knows the key of each sample, and none other. */
  public static SignatureVerifier verifier() {
    SigningKeys keys = new SigningKeys();
    for (String scope : List.of("us-west-2/dynamodb", "eu-central-1/s3", "us-east-1/iam")) {
      String[] parts = scope.split("/", -1);
      keys.add(ID, day(), parts[0], parts[1], key(scope));
    }
    keys.addPublicKey(ID, PAIR.getPublic());
    return new SignatureVerifier(keys, new SignedRequests(), null);
  }

  private static WireRequest json() {
    String host = "dynamodb.us-west-2.amazonaws.com";
    String hash = sha256("{}");
    String signature =
        hmac(
            "us-west-2/dynamodb",
            String.join(
                "\n",
                "POST",
                "/",
                "a=1&b=%20x",
                "content-type:application/x-amz-json-1.0",
                "host:" + host,
                "x-amz-date:" + DATE,
                "x-amz-security-token:" + TOKEN,
                "x-amz-target:DynamoDB_20120810.GetItem",
                "x-own:" + VALUE,
                "",
                "content-type;host;x-amz-date;x-amz-security-token;x-amz-target;x-own",
                hash));
    return WireRequest.parse("POST /?b=+x&a=1 HTTP/1.1\n\n{}")
        .adding("Host", host)
        .adding("Content-Type", "application/x-amz-json-1.0")
        .adding("X-Amz-Date", DATE)
        .adding("X-Amz-Security-Token", TOKEN)
        .adding("X-Amz-Target", "DynamoDB_20120810.GetItem")
        .adding("X-Own", VALUE)
        .adding(
            "Authorization",
            header(
                "us-west-2/dynamodb",
                "content-type;host;x-amz-date;x-amz-security-token;x-amz-target;x-own",
                signature));
  }

  private static WireRequest object() {
    String host = "bucket.s3.eu-central-1.amazonaws.com";
    String names = "host;x-amz-content-sha256;x-amz-date;x-amz-security-token";
    String signature =
        hmac(
            "eu-central-1/s3",
            String.join(
                "\n",
                "PUT",
                "/a%20b/c",
                "tagging=",
                "host:" + host,
                "x-amz-content-sha256:UNSIGNED-PAYLOAD",
                "x-amz-date:" + DATE,
                "x-amz-security-token:" + TOKEN,
                "",
                names,
                "UNSIGNED-PAYLOAD"));
    return WireRequest.parse("PUT /a%20b/c?tagging HTTP/1.1\n\nbody")
        .adding("Host", host)
        .adding("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
        .adding("x-amz-date", DATE)
        .adding("x-amz-security-token", TOKEN)
        .adding("Authorization", header("eu-central-1/s3", names, signature));
  }

  private static WireRequest form() {
    String body = "Action=GetUser&Version=2010-05-08";
    String names = "host;x-amz-date;x-amz-security-token";
    String signature =
        hmac(
            "us-east-1/iam",
            String.join(
                "\n",
                "POST",
                "/",
                "",
                "host:iam.amazonaws.com",
                "x-amz-date:" + DATE,
                "x-amz-security-token:" + TOKEN,
                "",
                names,
                sha256(body)));
    return WireRequest.parse("POST / HTTP/1.1\n\n" + body)
        .adding("Host", "iam.amazonaws.com")
        .adding("Content-Type", "application/x-www-form-urlencoded")
        .adding("X-Amz-Date", DATE)
        .adding("X-Amz-Security-Token", TOKEN)
        .adding("Authorization", header("us-east-1/iam", names, signature));
  }

  private static WireRequest presigned() {
    String host = "s3.eu-central-1.amazonaws.com";
    String query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
            + (ID + "/" + day() + "/eu-central-1/s3/aws4_request").replace("/", "%2F")
            + "&X-Amz-Date="
            + DATE
            + "&X-Amz-Expires=900&X-Amz-Security-Token="
            + TOKEN.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
            + "&X-Amz-SignedHeaders=host&x=%2B";
    String canonical = "GET\n/bucket/key\n" + query + "\nhost:" + host;
    String signature = hmac("eu-central-1/s3", canonical + "\n\nhost\nUNSIGNED-PAYLOAD");
    return WireRequest.parse(
            "GET /bucket/key?" + query + "&X-Amz-Signature=" + signature + " HTTP/1.1")
        .adding("Host", host);
  }

  /** SigV4a. */
  private static WireRequest everywhere() {
    String host = "accesspoint.s3-global.amazonaws.com";
    String names = "host;x-amz-content-sha256;x-amz-date;x-amz-region-set;x-amz-security-token";
    String canonical =
        String.join(
            "\n",
            "GET",
            "/key",
            "",
            "host:" + host,
            "x-amz-content-sha256:UNSIGNED-PAYLOAD",
            "x-amz-date:" + DATE,
            "x-amz-region-set:*",
            "x-amz-security-token:" + TOKEN,
            "",
            names,
            "UNSIGNED-PAYLOAD");
    String scope = day() + "/s3/aws4_request";
    String toSign = String.join("\n", "AWS4-ECDSA-P256-SHA256", DATE, scope, sha256(canonical));
    return WireRequest.parse("GET /key HTTP/1.1")
        .adding("Host", host)
        .adding("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")
        .adding("X-Amz-Date", DATE)
        .adding("X-Amz-Region-Set", "*")
        .adding("X-Amz-Security-Token", TOKEN)
        .adding(
            "Authorization",
            "AWS4-ECDSA-P256-SHA256 Credential="
                + (ID + "/" + scope)
                + ", SignedHeaders="
                + names
                + ", Signature="
                + ecdsa(toSign));
  }

  private static String header(String scope, String names, String signature) {
    return "AWS4-HMAC-SHA256 Credential="
        + (ID + "/" + day() + "/" + scope + "/aws4_request")
        + ", SignedHeaders="
        + names
        + ", Signature="
        + signature;
  }

  private static String day() {
    return DATE.substring(0, 8);
  }

  private static byte[] key(String scope) {
    byte[] key = ("AWS4" + SECRET).getBytes(UTF_8);
    for (String part : (day() + "/" + scope + "/aws4_request").split("/", -1)) {
      key = hmac(key, part);
    }
    return key;
  }

  private static String hmac(String scope, String canonical) {
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            DATE,
            day() + "/" + scope + "/aws4_request",
            sha256(canonical));
    return HexFormat.of().formatHex(hmac(key(scope), toSign));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), sameInEveryRun());
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String ecdsa(String toSign) {
    try {
      Signature signer = Signature.getInstance("SHA256withECDSA");
      signer.initSign(PAIR.getPrivate(), sameInEveryRun());
      signer.update(toSign.getBytes(UTF_8));
      return HexFormat.of().formatHex(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SecureRandom sameInEveryRun() throws GeneralSecurityException {
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(20261124);
    return random;
  }
}
