package dev.stockade.cli.sigv4;

import dev.stockade.aws.request.RequestHead;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Credential scope, signed headers and signature of a signed request, read as text. */
public final class CredentialScope {
  private static final String SLASH = "(?:/|%2[Ff])";
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "Credential=([^,&\\s]{1,256}?)"
              + SLASH
              + "([0-9]{8})"
              + SLASH
              + "([^/%,&\\s]{1,64})"
              + SLASH
              + "([^/%,&\\s]{1,64})"
              + SLASH
              + "aws4_request");
  private static final Pattern SIGNED = Pattern.compile("SignedHeaders=([^,&\\s]+)");
  private static final Pattern SIGNATURE = Pattern.compile("Signature=([0-9A-Za-z]{64})");

  private final String accessKey;
  private final String day;
  private final String region;
  private final String service;
  private final String signedHeaders;
  private final String signature;
  private final boolean presigned;

  private CredentialScope(Matcher credential, String text, boolean presigned) {
    accessKey = credential.group(1);
    day = credential.group(2);
    region = credential.group(3);
    service = credential.group(4);
    signedHeaders = first(SIGNED, text).replaceAll("%3[Bb]", ";");
    signature = first(SIGNATURE, text);
    this.presigned = presigned;
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  /** Null for a request without a signature of version 4 with a region. */
  public static CredentialScope of(RequestHead head) {
    String header = head.first("authorization");
    String text = header == null ? head.target() : header;
    Matcher credential = CREDENTIAL.matcher(text);
    return credential.find() ? new CredentialScope(credential, text, header == null) : null;
  }

  public String accessKey() {
    return accessKey;
  }

  String day() {
    return day;
  }

  public String region() {
    return region;
  }

  public String service() {
    return service;
  }

  /** With semicolons between; empty when it says none. */
  String signedHeaders() {
    return signedHeaders;
  }

  /** 64 characters, or empty. */
  public String signature() {
    return signature;
  }

  boolean isPresigned() {
    return presigned;
  }

  /** Says nothing of the request. */
  @Override
  public String toString() {
    return "CredentialScope";
  }
}
