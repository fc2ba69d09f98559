package dev.stockade.bench;

import dev.stockade.aws.keys.CredentialHash;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.aws.sigv4.TestSigner;
import dev.stockade.aws.sigv4.VerificationResult;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One outbound request's signature: a DynamoDB call with a known key, as it is signed and as it is
 * sent, and no AWS call at all.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SignatureBench {
  private static final long CLOCK = Instant.parse("2026-11-23T20:25:01Z").toEpochMilli();

  private final SigningKeys keys = new SigningKeys();
  private final SignatureVerifier verifier =
      new SignatureVerifier(keys, new SignedRequests(), null);
  private final SignedRequests log = new SignedRequests();
  private final SignatureVerifier seeing = new SignatureVerifier(keys, log, null);
  private final SignedRequests unswept = new SignedRequests();
  private final SignatureVerifier comparing = new SignatureVerifier(keys, unswept, null);
  private final TestSigner signer =
      new TestSigner(TestSigner.ID, Requests.DATE, "eu-central-1", "dynamodb");
  private final CredentialHash credential = signer.signedAs();
  private final RequestHead signed = Requests.signedDynamoDb(signer).body(null);
  private final RequestHead unsigned = Requests.unsigned();

  private final byte[] toSign = new byte[140];
  private byte[] canonical;
  private MessageDigest sha;
  private Mac mac;

  public SignatureBench() {
    signer.show(keys);
  }

  @Setup
  public void makeDigests() throws GeneralSecurityException {
    canonical = signer.canonicalRequest().getBytes(StandardCharsets.US_ASCII);
    sha = MessageDigest.getInstance("SHA-256");
    mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
  }

  @Benchmark
  public VerificationResult signed() {
    return verifier.verify(signed, null, CLOCK);
  }

  /**
   * The whole way of a request of an SDK: its signer is seen, and then the request at the wire.
   * What was signed is kept in between, as while the journal's writer is awake.
   */
  @Benchmark
  public VerificationResult seen() {
    log.sweep(true);
    show();
    return seeing.verify(signed, null, CLOCK);
  }

  /** The same without a writer: hashes are made of what was signed. */
  @Benchmark
  public VerificationResult seenAsHashes() {
    unswept.signed(signer.canonicalRequest(), signer.signature(), credential);
    return comparing.verify(signed, null, CLOCK);
  }

  /** What a hooked signer costs alone. */
  @Benchmark
  public void show() {
    log.signed(signer.canonicalRequest(), signer.signature(), credential);
  }

  /** The digests that a recomputed signature takes, by the JDK and without any code of ours. */
  @Benchmark
  public byte[] digestsAlone() {
    sha.update(canonical);
    sha.digest();
    return mac.doFinal(toSign);
  }

  @Benchmark
  public VerificationResult unsigned() {
    return verifier.verify(unsigned, null, CLOCK);
  }
}
