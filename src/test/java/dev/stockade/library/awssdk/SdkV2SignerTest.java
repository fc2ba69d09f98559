package dev.stockade.library.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.HeldKeys;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The orders in which the SDK's signer tells a credential and what was signed with it. */
class SdkV2SignerTest {
  private static final String ONE = "AKIAONE/20261123/eu-west-1/s3";
  private static final String HOST = "host:s3.eu-west-1.amazonaws.com";
  private static final String TWO = "AKIATWO/20261123/eu-west-1/s3";

  private final SigningKeys keys = new SigningKeys();
  private final SdkV2Signer signer =
      new SdkV2Signer(new SignerObserver(keys, new SignedRequests()));

  /** As the SDK's class of that name; its method is called by name. */
  public record Canonical(String text) {
    public String getCanonicalRequestString() {
      return text;
    }
  }

  private static byte[] key(int number) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) number);
    return key;
  }

  private void names(String credential) throws Exception {
    assertThat(signer.reached(SdkV2Signer.CREDENTIAL, credential + "/aws4_request", new Object[0]))
        .isEqualTo(credential + "/aws4_request");
  }

  private void signs(String query, String header, byte[] key) throws Exception {
    String request = "GET\n/\n" + query + "\n" + header + "\n\nhost\nUNSIGNED-PAYLOAD";
    signer.reached(SdkV2Signer.START, null, new Object[0]);
    signer.reached(
        SdkV2Signer.RESULT, null, new Object[] {key, "0".repeat(64), new Canonical(request)});
  }

  private void presigns(String credential, byte[] key) throws Exception {
    signer.reached(SdkV2Signer.START, null, new Object[0]);
    names(credential);
    signs("a=b&" + query(credential) + "&b=", HOST, key);
  }

  private static String query(String credential) {
    String encoded = URLEncoder.encode(credential + "/aws4_request", StandardCharsets.UTF_8);
    return "X-Amz-Credential=" + encoded;
  }

  private void signsInHeader(String credential, byte[] key) throws Exception {
    signs("", HOST, key);
    names(credential);
  }

  @Test
  void aCredentialBelongsToTheSignatureBeforeItOrInItsQuery() throws Exception {
    signsInHeader(ONE, key(1));
    presigns(TWO, key(2));
    signsInHeader(TWO, key(3));
    presigns(ONE, key(4));

    assertThat(HeldKeys.count(keys, ONE)).isEqualTo(2);
    assertThat(HeldKeys.hold(keys, ONE, key(1))).isTrue();
    assertThat(HeldKeys.hold(keys, ONE, key(4))).isTrue();
    assertThat(HeldKeys.count(keys, TWO)).isEqualTo(2);
    assertThat(HeldKeys.hold(keys, TWO, key(2))).isTrue();
    assertThat(HeldKeys.hold(keys, TWO, key(3))).isTrue();
  }

  @Test
  void aSignatureThatFailedBeforeItWasMadeLeavesNothingToTheNext() throws Exception {
    names(ONE);
    signsInHeader(TWO, key(2));

    assertThat(HeldKeys.count(keys, ONE)).isZero();
    assertThat(HeldKeys.hold(keys, TWO, key(2))).isTrue();
  }

  @Test
  void aCredentialThatIsNotTheQuerysTeachesNoKey() throws Exception {
    names(ONE);
    signs(query(TWO), HOST, key(1));
    signsInHeader(ONE, key(2));

    assertThat(HeldKeys.count(keys, TWO)).isZero();
    assertThat(HeldKeys.hold(keys, ONE, key(1))).isFalse();
    assertThat(HeldKeys.hold(keys, ONE, key(2))).isTrue();
  }

  @Test
  void aCredentialInAHeaderIsNoQuerys() throws Exception {
    String header = HOST + "\nx-amz-meta-from:https://s3/?a=b&" + query(TWO) + "&c=d";
    signs("a=b", header, key(1));
    names(ONE);

    assertThat(HeldKeys.hold(keys, ONE, key(1))).isTrue();
    assertThat(HeldKeys.count(keys, TWO)).isZero();
  }

  @Test
  void aSignatureWhoseCredentialWasNotSeenIsNotForTheNextOnes() throws Exception {
    signs("", HOST, key(1));
    presigns(TWO, key(2));

    assertThat(HeldKeys.count(keys, TWO)).isOne();
    assertThat(HeldKeys.hold(keys, TWO, key(2))).isTrue();
  }

  @Test
  void anAnonymousRequestTeachesNothing() throws Exception {
    signer.reached(SdkV2Signer.RESULT, null, new Object[] {null, null, null});
    presigns(ONE, key(1));

    assertThat(HeldKeys.count(keys, ONE)).isOne();
  }

  @Test
  void anIdMayHaveSlashesAndWhatAQueryHasToEscape() throws Exception {
    String odd = "local/tést +1/20261123/eu-west-1/s3";
    signsInHeader(odd, key(1));
    presigns(odd, key(2));

    assertThat(HeldKeys.hold(keys, odd, key(1))).isTrue();
    assertThat(HeldKeys.hold(keys, odd, key(2))).isTrue();
  }
}
