package dev.stockade.library.awssdk;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of the AWS SDKs: signers, asynchronous HTTP clients, and what AWS answered. */
public final class SdkHooks implements HookSource {
  private static final int V1 = 0;
  private static final int V2 = 1;
  private static final int V2_LEGACY = 2;
  private static final int HAND_OVER = 3;
  private static final int V1_ANSWERS = 4;
  private static final int V2_ANSWERS = 5;

  private static final String V1_SIGNER = "amazonaws/auth/AWS4Signer";
  private static final String V2_SIGNER = "awssdk/http/auth/aws/internal/signer/";
  private static final String V2_LEGACY_SIGNER = "awssdk/auth/signer/internal/AbstractAws4Signer";
  private static final String V2_HTTP = "software/amazon/awssdk/http/";
  private static final String V2_CORE = "awssdk/core/";
  private static final String V2_STAGES = V2_CORE + "internal/http/pipeline/stages/";

  /** An older overload calls this one. */
  private static final String V2_LEGACY_KEY =
      "*Ljava/time/Instant;Ljava/lang/String;Ljava/lang/String;)[B";

  /** Not the overload without the access key id, which each chunk of a body asks for. */
  private static final String V2_CREDENTIAL = "*AwsCredentialsIdentity;)Ljava/lang/String;";

  /** Not the bridge. */
  private static final String V2_RESPONSE = "*awssdk/core/Response;";

  private final Enforcement enforcement;
  private SignerObserver signing;

  public SdkHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(
        V1,
        SdkV1Signer.STRING_TO_SIGN,
        Hook.enter(V1_SIGNER, "createStringToSign", null, 0).relocated());
    rows.add(
        V1,
        SdkV1Signer.SIGNING_KEY,
        Hook.returned(V1_SIGNER, "deriveSigningKey", null, 0, 1).relocated());
    rows.add(
        V1, SdkV1Signer.SIGNATURE, Hook.returned(V1_SIGNER, "computeSignature", null).relocated());
    String scope = V2_SIGNER + "CredentialScope";
    rows.add(V2, SdkV2Signer.START, Hook.enter(scope, "getDatetime", null).relocated());
    rows.add(V2, SdkV2Signer.CREDENTIAL, Hook.returned(scope, "scope", V2_CREDENTIAL).relocated());
    rows.add(
        V2,
        SdkV2Signer.RESULT,
        Hook.enter(V2_SIGNER + "V4RequestSigningResult", "<init>", null, 1, 2, 3).relocated());
    rows.add(
        V2_LEGACY,
        SdkV2LegacySigner.STRING_TO_SIGN,
        Hook.enter(V2_LEGACY_SIGNER, "createStringToSign", null, 0).relocated());
    rows.add(
        V2_LEGACY,
        SdkV2LegacySigner.SIGNING_KEY,
        Hook.returned(V2_LEGACY_SIGNER, "deriveSigningKey", V2_LEGACY_KEY, 0, 1, 2, 3).relocated());
    rows.add(
        V2_LEGACY,
        SdkV2LegacySigner.SIGNATURE,
        Hook.returned(V2_LEGACY_SIGNER, "computeSignature", null).relocated());
    rows.add(
        HAND_OVER,
        0,
        Hook.enter(V2_HTTP + "nio/netty/NettyNioAsyncHttpClient", "execute", null, 0).relocated(),
        Hook.enter(V2_HTTP + "crt/AwsCrtAsyncHttpClient", "execute", null, 0).relocated());
    addAnswers(rows);
  }

  private static void addAnswers(HookRows rows) {
    String executor = "amazonaws/http/AmazonHttpClient$RequestExecutor";
    rows.add(V1_ANSWERS, 0, Hook.enter(executor, "afterAttempt", null, 0).relocated());
    String send = "executeHttpRequest";
    rows.add(
        V2_ANSWERS,
        SdkV2Answers.SYNC_CLIENT,
        Hook.enter(V2_STAGES + "MakeHttpRequestStage", send, null, Hook.THIS, 1).relocated());
    rows.add(
        V2_ANSWERS,
        SdkV2Answers.ASYNC_CLIENT,
        Hook.enter(V2_STAGES + "MakeAsyncHttpRequestStage", send, null, Hook.THIS, 1).relocated());
    // Not in ExecutionInterceptorChain, where both go: each time that a class is woven or unwoven,
    // the
    // JVM makes the classes of its lambdas anew, and that one consists of them.
    rows.add(
        V2_ANSWERS,
        SdkV2Answers.ANSWER,
        Hook.enter(V2_STAGES + "HandleResponseStage", "execute", V2_RESPONSE, 0, 1).relocated());
    String handler = "internal/http/async/AsyncAfterTransmissionInterceptorCallingResponseHandler";
    rows.add(
        V2_ANSWERS,
        SdkV2Answers.ASYNC_ANSWER,
        Hook.enter(V2_CORE + handler, "onHeaders", null, Hook.THIS, 0).relocated());
    // The constructor of two parameters only calls the one of one.
    rows.add(
        V2_ANSWERS,
        SdkV2Answers.PARSED,
        Hook.exit(V2_CORE + "Response", "<init>", null, Hook.THIS).parameters(1).relocated());
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case V1:
        return new SdkV1Signer(signing());
      case V2:
        return new SdkV2Signer(signing());
      case V2_LEGACY:
        return new SdkV2LegacySigner(signing());
      case HAND_OVER:
        return new SdkHandOver(enforcement);
      case V1_ANSWERS:
        return new SdkV1Answers(enforcement.aws());
      case V2_ANSWERS:
        return new SdkV2Answers(enforcement.aws());
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  private SignerObserver signing() {
    if (signing == null) {
      signing = new SignerObserver(enforcement.keys(), enforcement.log());
    }
    return signing;
  }

  @Override
  public String[] packages() {
    return new String[] {"software.amazon.awssdk.", "com.amazonaws."};
  }

  @Override
  public String[] trustAllManagers() {
    return new String[] {
      "awssdk.http.apache.ApacheHttpClient$ApacheConnectionManagerFactory$1",
      "awssdk.http.apache5.Apache5HttpClient$ApacheConnectionManagerFactory$1",
      "awssdk.http.urlconnection.UrlConnectionHttpClient$TrustAllManager"
    };
  }
}
