package dev.stockade.apps;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.Request;
import com.amazonaws.SignableRequest;
import com.amazonaws.auth.AWS4Signer;
import com.amazonaws.auth.AWSCredentials;
import com.amazonaws.auth.SignerFactory;
import com.amazonaws.services.s3.internal.AWSS3V4Signer;

/** The SDK's signers, which then change what they signed. The SDK makes them by their class. */
final class SdkV1Signers {
  private static volatile AwsCall call;

  private SdkV1Signers() {}

  /** Signing as the SDK does it, but for what is odd about the call. */
  static ClientConfiguration configuration(AwsCall current, boolean s3) {
    SignerFactory.registerSigner("tampering", Service.class);
    SignerFactory.registerSigner("tampering-s3", S3.class);
    call = current;
    // One request for a call, also when the server refuses it.
    ClientConfiguration configuration = new ClientConfiguration().withMaxErrorRetry(0);
    if (current.isTampered()) {
      configuration.setSignerOverride(s3 ? "tampering-s3" : "tampering");
    }
    return configuration;
  }

  /** Of all services but S3. */
  public static final class Service extends AWS4Signer {
    @Override
    public void sign(SignableRequest<?> request, AWSCredentials credentials) {
      super.sign(request, credentials);
      tamper(request);
    }
  }

  /** Of S3. */
  public static final class S3 extends AWSS3V4Signer {
    @Override
    public void sign(SignableRequest<?> request, AWSCredentials credentials) {
      super.sign(request, credentials);
      tamper(request);
    }
  }

  private static void tamper(SignableRequest<?> request) {
    if (call.is("header")) {
      request.addHeader("amz-sdk-invocation-id", "00000000-0000-0000-0000-000000000000");
    }
    if (call.is("path")) {
      ((Request<?>) request).setResourcePath(request.getResourcePath() + "x");
    }
    if (call.is("query")) {
      request.addParameter("tampered", "1");
    }
    if (call.is("payload-hash")) {
      request.addHeader("x-amz-content-sha256", Tampering.OTHER_HASH);
    }
    if (call.is("signature")) {
      request.addHeader(
          "Authorization", Tampering.otherSignature(request.getHeaders().get("Authorization")));
    }
    if (call.is("trace")) {
      request.addHeader("traceparent", Tampering.TRACE);
    }
  }
}
