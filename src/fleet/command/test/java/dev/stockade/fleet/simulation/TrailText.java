package dev.stockade.fleet.simulation;

import java.util.SplittableRandom;

/** Writes one call as CloudTrail logs it. */
final class TrailText {
  /** One in so many events has a suite that the process did not see: something stood between. */
  static final int DIFFERENT = 300;

  private final LineText line = new LineText();
  private boolean hasTls;
  private boolean hasOtherSuite;

  /** Whether the last one has {@code tlsDetails}. */
  boolean hasTls() {
    return hasTls;
  }

  /** Whether the last one's suite is another one than the process saw. */
  boolean hasOtherSuite() {
    return hasOtherSuite;
  }

  /**
   * @param source its address
   * @param key the access key id; null for a service of AWS, which has none
   * @param session the name of the role's session
   */
  LineText of(
      AwsCall call,
      SimulatedService service,
      String role,
      String session,
      String source,
      String key,
      SplittableRandom random) {
    line.clear().add("{\"eventVersion\":\"1.11\",\"userIdentity\":{");
    if (key == null) {
      line.add("\"type\":\"AWSService\",\"invokedBy\":\"autoscaling.amazonaws.com\"}");
    } else if (key.startsWith("AKIA")) {
      line.add("\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE\",\"arn\":\"arn:aws:iam::");
      line.add(service.account()).add(":user/").add(role).add("\",\"accountId\":\"");
      line.add(service.account()).add("\",\"accessKeyId\":\"").add(key).add("\",\"userName\":\"");
      line.add(role).add("\"}");
    } else {
      line.add("\"type\":\"AssumedRole\",\"principalId\":\"AROAEXAMPLE:").add(session);
      line.add("\",\"arn\":\"arn:aws:sts::").add(service.account()).add(":assumed-role/");
      line.add(role).add("/").add(session).add("\",\"accountId\":\"").add(service.account());
      line.add("\",\"accessKeyId\":\"").add(key).add("\",\"sessionContext\":{\"sessionIssuer\":");
      line.add("{\"type\":\"Role\",\"arn\":\"arn:aws:iam::").add(service.account());
      line.add(":role/").add(role).add("\"},\"attributes\":{\"mfaAuthenticated\":\"false\"}}}");
    }
    line.add(",\"eventTime\":\"").time(call.time());
    seconds();
    line.add("\",\"eventSource\":\"").add(call.service()).add(".amazonaws.com\",\"eventName\":\"");
    line.add(call.operation()).add("\",\"awsRegion\":\"").add(service.region());
    line.add("\",\"sourceIPAddress\":\"").add(source).add("\",\"userAgent\":\"");
    line.add("aws-sdk-java/2.57.8 md/io#sync md/http#Apache Java/17.0.15\",");
    line.add("\"requestParameters\":{\"note\":\"a \\\"quoted\\\" } value [\"},");
    line.add("\"responseElements\":null,\"requestID\":\"");
    call.id(line).add("\",\"eventID\":\"").uuid(~call.idHigh(), call.idLow() * 31);
    line.add("\",\"readOnly\":true,\"eventType\":\"AwsApiCall\",\"managementEvent\":");
    line.add(call.data() ? "false" : "true").add(",\"recipientAccountId\":\"");
    line.add(service.account()).add("\",\"eventCategory\":\"");
    line.add(call.data() ? "Data\"" : "Management\"");
    hasTls = random.nextInt(20) > 0;
    hasOtherSuite = hasTls && random.nextInt(DIFFERENT) == 0;
    if (hasTls) {
      tls(call, random);
    }
    return line.add("}");
  }

  /** Times have no fraction in CloudTrail. */
  private void seconds() {
    line.cut(5).add("Z");
  }

  private void tls(AwsCall call, SplittableRandom random) {
    line.add(",\"tlsDetails\":{\"tlsVersion\":\"").add(call.tls12() ? "TLSv1.2" : "TLSv1.3");
    line.add("\",\"cipherSuite\":\"");
    if (hasOtherSuite) {
      line.add(call.tls12() ? "ECDHE-RSA-AES256-GCM-SHA384" : "TLS_AES_256_GCM_SHA384");
    } else {
      line.add(call.tls12() ? "ECDHE-RSA-AES128-GCM-SHA256" : "TLS_AES_128_GCM_SHA256");
    }
    line.add("\",\"clientProvidedHostHeader\":\"").add(call.host()).add("\"");
    if (!call.tls12()) {
      line.add(",\"keyExchange\":\"");
      line.add(
          call.service().equals("kms")
              ? "X25519MLKEM768"
              : random.nextBoolean() ? "x25519" : "X25519");
      line.add("\"");
    }
    line.add("}");
  }
}
