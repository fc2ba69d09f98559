package dev.stockade.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Requests;
import dev.stockade.aws.sigv4.authorization.SignatureLocation;
import dev.stockade.aws.text.ByteBuilder;
import org.junit.jupiter.api.Test;

class StringToSignTest {
  private final TestSigner signer =
      new TestSigner("ASIAIOSFODNN7EXAMPLE", Requests.DATE, "eu-central-1", "dynamodb");
  private final SigningKeys keys = new SigningKeys();
  private final SignedRequests log = new SignedRequests();
  private final VerifierWorkspace work = new VerifierWorkspace(new EcdsaSignatures());

  @Test
  void whatASignerShowedIsComparedAndNotHashedEvenWithAKey() {
    RequestHead head = signer.sign(Requests.dynamoDb()).head();
    signer.show(keys);
    log.signed(signer.canonicalRequest(), signer.signature(), signer.signedAs());
    work.headers.read(head);
    work.reader.read(head, SignatureLocation.HEADER, work.headers, work.claim);
    work.proof.begin(work.claim, log.find(work.claim.mac));
    work.proof.keys(keys.find(work.claim.credential), null);
    ByteBuilder canonical = new ByteBuilder();
    canonical.addAscii(signer.canonicalRequest());

    // It has nothing to hash with.
    assertThat(work.proof.fits(canonical, null)).isTrue();
  }
}
