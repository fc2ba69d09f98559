package dev.stockade.journal.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the JVM runs on AWS or Kubernetes, as far as its environment variables say: the names by
 * which a record is joined with the platform's own. Nothing is asked over the network, no file is
 * read, and no variable that holds a secret: of credentials only the paths of their files, which
 * tell EKS from other clusters.
 */
final class CloudEnvironment {
  private static final String KUBERNETES = "KUBERNETES_SERVICE_HOST";
  private static final String EXECUTION = "AWS_EXECUTION_ENV";

  private final Map<String, String> variables;
  private final Map<String, String> attributes;

  private CloudEnvironment(Map<String, String> variables) {
    this.variables = variables;
    this.attributes = ResourceAttributes.of(variables.get("OTEL_RESOURCE_ATTRIBUTES"));
  }

  static Map<String, String> ofThisProcess() {
    try {
      return of(System.getenv());
    } catch (RuntimeException e) {
      // The program's security manager forbids it.
      return Collections.emptyMap();
    }
  }

  /** By the name in records; empty where nothing says that this is a cloud. */
  static Map<String, String> of(Map<String, String> variables) {
    return new CloudEnvironment(variables).members();
  }

  private Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    String platform = platform();
    boolean isPod = variables.containsKey(KUBERNETES);
    if (platform == null && !isPod) {
      return members;
    }
    put(members, "provider", platform == null ? null : "aws");
    put(members, "platform", platform);
    put(members, "account", account());
    put(members, "region", first("AWS_REGION", "AWS_DEFAULT_REGION", "cloud.region"));
    put(members, "cluster", cluster(platform, isPod));
    put(members, "task", task());
    if ("lambda".equals(platform)) {
      put(members, "function", first("AWS_LAMBDA_FUNCTION_NAME", "faas.name"));
      put(members, "functionVersion", first("AWS_LAMBDA_FUNCTION_VERSION", "faas.version"));
    }
    if (isPod) {
      put(members, "pod", first("POD_NAME", "K8S_POD_NAME", "k8s.pod.name", "HOSTNAME"));
      put(members, "namespace", first("POD_NAMESPACE", "K8S_NAMESPACE", "k8s.namespace.name"));
      put(members, "node", first("NODE_NAME", "K8S_NODE_NAME", "k8s.node.name"));
    }
    put(members, "image", image());
    return members;
  }

  /** Null where it is none of AWS's. On EC2 nothing says so unless the operator does. */
  private String platform() {
    String execution = text(variables.get(EXECUTION));
    if (variables.containsKey("AWS_LAMBDA_FUNCTION_NAME") || execution.startsWith("AWS_Lambda_")) {
      return "lambda";
    }
    if (variables.containsKey("ECS_CONTAINER_METADATA_URI_V4")
        || variables.containsKey("ECS_CONTAINER_METADATA_URI")
        || execution.startsWith("AWS_ECS_")) {
      return "ecs";
    }
    if (variables.containsKey(KUBERNETES) && hasIdentityOfEks()) {
      return "eks";
    }
    if (execution.equals("EC2")) {
      return "ec2";
    }
    String said = text(attributes.get("cloud.platform"));
    return said.matches("aws_(ec2|ecs|eks|lambda)") ? said.substring("aws_".length()) : null;
  }

  /** A role for the service account, or a pod identity: EKS mounts a token for either. */
  private boolean hasIdentityOfEks() {
    return text(variables.get("AWS_WEB_IDENTITY_TOKEN_FILE")).contains("/eks.amazonaws.com/")
        || text(variables.get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"))
            .contains("/pods.eks.amazonaws.com/");
  }

  /** Where nothing else says it, that of the role whose credentials the program gets. */
  private String account() {
    String said = first("AWS_ACCOUNT_ID", "cloud.account.id");
    String[] role = text(variables.get("AWS_ROLE_ARN")).split(":", 6);
    String account = said == null && role.length > 4 ? role[4] : said;
    return text(account).matches("[0-9]{12}") ? account : null;
  }

  private String cluster(String platform, boolean isPod) {
    if ("ecs".equals(platform)) {
      String name = first("ECS_CLUSTER", "aws.ecs.cluster.arn");
      return name == null ? null : name.substring(name.lastIndexOf('/') + 1);
    }
    return isPod ? first("CLUSTER_NAME", "K8S_CLUSTER_NAME", "k8s.cluster.name") : null;
  }

  /**
   * Fargate makes the last name of the metadata's path of the task's id and a number; elsewhere it
   * is the container agent's own, which nothing else knows.
   */
  private String task() {
    String said = first("aws.ecs.task.id", "aws.ecs.task.arn");
    String path = said == null ? text(variables.get("ECS_CONTAINER_METADATA_URI_V4")) : said;
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (said == null && !last.matches("[0-9a-f]{32}-[0-9]{1,20}")) {
      return null;
    }
    return said == null ? last.substring(0, last.indexOf('-')) : last;
  }

  private String image() {
    String name = attributes.get("container.image.name");
    String tag = first("container.image.tag", "container.image.tags");
    return name == null || tag == null ? name : name + ":" + tag;
  }

  /** Of variables, and of attributes, which have dots; null where none has a value. */
  private String first(String... names) {
    for (String name : names) {
      String value = text((name.indexOf('.') < 0 ? variables : attributes).get(name)).trim();
      if (!value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  private static void put(Map<String, String> members, String name, String value) {
    if (value != null && !value.isEmpty()) {
      members.put(name, value);
    }
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
