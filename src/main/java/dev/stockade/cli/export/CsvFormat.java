package dev.stockade.cli.export;

import dev.stockade.journal.format.RecordTree;
import dev.stockade.journal.format.TreeText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Comma-separated values (RFC 4180), with a line of names. What is unknown is an empty cell. A cell
 * has one line, so that a record has: a character that is obeyed and not shown becomes U+FFFD.
 */
final class CsvFormat implements LineFormat {
  /** Names of columns and paths in a record, where these are not the same. */
  private static final String COLUMNS =
      "time kind seq mode verdict action rules reason exception direction host=peer.host ip=peer.ip"
          + " port=peer.port sni=peer.sni tls_version=tls.version cipher=tls.cipher group=tls.group"
          + " dh_bits=tls.dhBits resumed=tls.resumed provider=tls.provider engine=tls.engine"
          + " aws_partition=aws.partition aws_service=aws.service aws_region=aws.region"
          + " aws_operation=aws.operation aws_credential=aws.credential"
          + " aws_access_key=aws.accessKey aws_signature=aws.signature http_client=http.client"
          + " http_method=http.method http_host=http.host code_class=code.class"
          + " code_method=code.method code_jar=code.jar profile=policy.profile"
          + " policy_digest=policy.digest service instance pid count first last rule"
          + " local_ip=local.ip local_port=local.port via_host=via.host via_ip=via.ip"
          + " via_port=via.port alpn=tls.alpn client_auth=tls.clientAuth"
          + " extended_master_secret=tls.extendedMasterSecret"
          + " signature_scheme=tls.signatureScheme duration_ms=tls.durationMillis certificate"
          + " client_certificate=clientCertificate cert_sha256=x509.sha256"
          + " cert_subject=x509.subject cert_issuer=x509.issuer cert_not_after=x509.notAfter"
          + " aws_answer=aws.answer aws_error=aws.errorCode aws_request_id=aws.requestId"
          + " aws_extended_request_id=aws.extendedRequestId http_status=http.status process"
          + " stockade prev";

  private static final Map<String, String> PATHS = paths();

  /** The members that have columns, with those that hold them. */
  private static final Set<String> KNOWN = known();

  @Override
  public String head() {
    return String.join(",", PATHS.keySet());
  }

  @Override
  public String line(RecordTree record, String id, Losses losses) {
    StringBuilder line = new StringBuilder();
    String separator = "";
    for (String path : PATHS.values()) {
      line.append(separator);
      separator = ",";
      Object value = record.get(path);
      if (path.equals("rules")) {
        value = String.join(";", record.texts(path));
      }
      cell(line, value == null ? "" : value.toString());
    }
    lose("", record.members(), losses);
    return line.toString();
  }

  private static void lose(String above, Map<?, ?> members, Losses losses) {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String path = above + member.getKey();
      if (member.getValue() instanceof Map && KNOWN.contains(path)) {
        lose(path + ".", (Map<?, ?>) member.getValue(), losses);
      } else if (!KNOWN.contains(path)) {
        losses.member(path);
      }
    }
  }

  /** Spreadsheets run what begins like a formula; with an apostrophe before it, it is a text. */
  private static void cell(StringBuilder line, String text) {
    String shown = shown(text);
    boolean isFormula = !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0;
    String safe = (isFormula ? "'" : "") + shown;
    if (safe.indexOf(',') < 0 && safe.indexOf('"') < 0) {
      line.append(safe);
    } else {
      line.append('"').append(safe.replace("\"", "\"\"")).append('"');
    }
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (TreeText.isObeyed(text.charAt(i))) {
        shown.setCharAt(i, '\ufffd');
      }
    }
    return shown.toString();
  }

  private static Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    for (String column : COLUMNS.split(" ", 0)) {
      int equals = column.indexOf('=');
      paths.put(equals < 0 ? column : column.substring(0, equals), column.substring(equals + 1));
    }
    return paths;
  }

  private static Set<String> known() {
    Set<String> known = new LinkedHashSet<>(PATHS.values());
    for (String path : PATHS.values()) {
      known.addAll(Arrays.asList(path.substring(0, Math.max(0, path.indexOf('.')))));
    }
    return known;
  }
}
