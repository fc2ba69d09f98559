package dev.stockade.journal.record;

/** The names of a record's fields, for those that write and those that read them. */
public final class RecordFields {
  public static final String TIME = "time";
  public static final String KIND = "kind";
  public static final String SEQ = "seq";
  public static final String MODE = "mode";
  public static final String VERDICT = "verdict";
  public static final String ACTION = "action";
  public static final String RULES = "rules";

  /** Of a record the one that decided, and of one of the findings. */
  public static final String RULE = "rule";

  public static final String REASON = "reason";
  public static final String FINDINGS = "findings";
  public static final String EXCEPTION = "exception";
  public static final String CANDIDATE = "candidate";
  public static final String DIRECTION = "direction";
  public static final String PEER = "peer";
  public static final String VIA = "via";
  public static final String LOCAL = "local";
  public static final String TLS = "tls";
  public static final String CERTIFICATE = "certificate";
  public static final String CLIENT_CERTIFICATE = "clientCertificate";
  public static final String X509 = "x509";
  public static final String AWS = "aws";
  public static final String HTTP = "http";
  public static final String CODE = "code";
  public static final String POLICY = "policy";
  public static final String SERVICE = "service";
  public static final String INSTANCE = "instance";
  public static final String PID = "pid";
  public static final String PROCESS = "process";
  public static final String STOCKADE = "stockade";
  public static final String RUNTIME = "runtime";
  public static final String CLOUD = "cloud";
  public static final String COUNTS = "counts";
  public static final String COUNT = "count";
  public static final String FIRST = "first";
  public static final String LAST = "last";
  public static final String PREV = "prev";

  // Of one of the findings.
  public static final String DATA = "data";

  // Of peer, via and local.
  public static final String HOST = "host";
  public static final String IP = "ip";
  public static final String PORT = "port";
  public static final String SNI = "sni";

  // Of tls.
  public static final String VERSION = "version";
  public static final String CIPHER = "cipher";
  public static final String GROUP = "group";
  public static final String DH_BITS = "dhBits";
  public static final String RESUMED = "resumed";
  public static final String RENEGOTIATED = "renegotiated";
  public static final String PROVIDER = "provider";
  public static final String ENGINE = "engine";

  public static final String ALPN = "alpn";
  public static final String CLIENT_AUTH = "clientAuth";
  public static final String EXTENDED_MASTER_SECRET = "extendedMasterSecret";
  public static final String SIGNATURE_SCHEME = "signatureScheme";
  public static final String DURATION_MILLIS = "durationMillis";

  // Of certificate, as far as they are read again.
  public static final String SHA256 = "sha256";
  public static final String SUBJECT = "subject";
  public static final String ISSUER = "issuer";
  public static final String SERIAL = "serial";
  public static final String KEY_TYPE = "keyType";
  public static final String KEY_BITS = "keyBits";
  public static final String CURVE = "curve";
  public static final String SIGNATURE_ALGORITHM = "signatureAlgorithm";
  public static final String NOT_BEFORE = "notBefore";
  public static final String NOT_AFTER = "notAfter";
  public static final String SELF_SIGNED = "selfSigned";

  // Of aws and http.
  public static final String PARTITION = "partition";
  public static final String REGION = "region";
  public static final String OPERATION = "operation";
  public static final String CREDENTIAL = "credential";
  public static final String ACCESS_KEY = "accessKey";
  public static final String SIGNATURE = "signature";
  public static final String ANSWER = "answer";
  public static final String ERROR_CODE = "errorCode";
  public static final String REQUEST_ID = "requestId";
  public static final String EXTENDED_REQUEST_ID = "extendedRequestId";
  public static final String CLIENT = "client";
  public static final String METHOD = "method";
  public static final String STATUS = "status";

  // Of code and policy.
  public static final String CLASS = "class";
  public static final String JAR = "jar";
  public static final String PROFILE = "profile";
  public static final String DIGEST = "digest";

  private RecordFields() {}
}
