package dev.stockade.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Environments as AWS and Kubernetes document them, and what a record says of each. */
class CloudEnvironmentTest {
  private static final String TASK = "cd189a933e5849daa93386466019ab50";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a laptop | AWS_REGION=eu-west-1 AWS_PROFILE=dev HOSTNAME=laptop |",
        "Lambda | AWS_LAMBDA_FUNCTION_NAME=orders AWS_LAMBDA_FUNCTION_VERSION=$LATEST"
            + " AWS_EXECUTION_ENV=AWS_Lambda_java21 AWS_REGION=eu-west-1"
            + " AWS_DEFAULT_REGION=eu-west-1 | provider=aws platform=lambda region=eu-west-1"
            + " function=orders functionVersion=$LATEST",
        "Fargate | AWS_EXECUTION_ENV=AWS_ECS_FARGATE AWS_REGION=us-west-2"
            + " AWS_DEFAULT_REGION=us-east-1"
            + " ECS_CONTAINER_METADATA_URI_V4=http://169.254.170.2/v4/cd189a933e5849daa93386466019ab50-2495160603"
            + " HOSTNAME=ip-10-0-0-1 | provider=aws platform=ecs region=us-west-2"
            + " task=cd189a933e5849daa93386466019ab50",
        "ECS on EC2, whose path has an id of the container agent alone |"
            + " AWS_EXECUTION_ENV=AWS_ECS_EC2 ECS_CLUSTER=prod"
            + " ECS_CONTAINER_METADATA_URI_V4=http://169.254.170.2/v4/9dc9fc1d-0f9b-4dbd-8d0b-d4bd9e9a6cf2"
            + " | provider=aws platform=ecs cluster=prod",
        "an older platform of ECS |"
            + " ECS_CONTAINER_METADATA_URI=http://169.254.170.2/v3/9dc9fc1d-0f9b-4dbd |"
            + " provider=aws platform=ecs",
        "EKS with a role for the service account | KUBERNETES_SERVICE_HOST=10.100.0.1"
            + " HOSTNAME=orders-7d9f8-abcde AWS_REGION=eu-central-1"
            + " AWS_ROLE_ARN=arn:aws:iam::123456789012:role/orders"
            + " AWS_WEB_IDENTITY_TOKEN_FILE=/var/run/secrets/eks.amazonaws.com/serviceaccount/token"
            + " | provider=aws platform=eks account=123456789012 region=eu-central-1"
            + " pod=orders-7d9f8-abcde",
        "EKS with a pod identity and the downward API | KUBERNETES_SERVICE_HOST=10.100.0.1"
            + " AWS_CONTAINER_CREDENTIALS_FULL_URI=http://169.254.170.23/v1/credentials"
            + " AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token"
            + " POD_NAME=orders-0 POD_NAMESPACE=shop NODE_NAME=ip-10-0-0-7 HOSTNAME=other"
            + " CLUSTER_NAME=blue | provider=aws platform=eks cluster=blue pod=orders-0"
            + " namespace=shop node=ip-10-0-0-7",
        "Kubernetes elsewhere | KUBERNETES_SERVICE_HOST=10.96.0.1 HOSTNAME=orders-0"
            + " AWS_REGION=eu-west-1 | region=eu-west-1 pod=orders-0",
        "EC2, if somebody says so | AWS_EXECUTION_ENV=EC2 AWS_DEFAULT_REGION=eu-west-1"
            + " AWS_ACCOUNT_ID=123456789012 | provider=aws platform=ec2 account=123456789012"
            + " region=eu-west-1",
        "what an operator says to OpenTelemetry | KUBERNETES_SERVICE_HOST=10.100.0.1 HOSTNAME=h"
            + " OTEL_RESOURCE_ATTRIBUTES=cloud.platform=aws_eks,cloud.account.id=123456789012,k8s.cluster.name=blue,k8s.pod.name=p%2D1,k8s.namespace.name=shop,container.image.name=reg/orders,container.image.tag=1.4+x,secret=s"
            + " | provider=aws platform=eks account=123456789012 cluster=blue pod=p-1"
            + " namespace=shop image=reg/orders:1.4+x",
        "a task and a cluster by ARN | AWS_EXECUTION_ENV=AWS_ECS_EC2"
            + " OTEL_RESOURCE_ATTRIBUTES=aws.ecs.task.arn=arn:aws:ecs:eu-west-1:123456789012:task/prod/cd18,aws.ecs.cluster.arn=arn:aws:ecs:eu-west-1:123456789012:cluster/prod"
            + " | provider=aws platform=ecs cluster=prod task=cd18",
        "odd values | KUBERNETES_SERVICE_HOST= AWS_ROLE_ARN=arn:aws AWS_REGION= HOSTNAME="
            + " OTEL_RESOURCE_ATTRIBUTES=,=,a,cloud.platform=%zz |",
      })
  void isWhatItsVariablesSay(String name, String variables, String expected) {
    assertThat(CloudEnvironment.of(map(variables)))
        .containsExactlyEntriesOf(map(expected == null ? "" : expected));
  }

  @Test
  void noVariableWithASecretIsRead() {
    Map<String, String> variables =
        new LinkedHashMap<>(map("AWS_EXECUTION_ENV=AWS_ECS_FARGATE")) {
          private static final long serialVersionUID = 1;

          @Override
          public String get(Object name) {
            assertThat(name.toString()).doesNotContain("SECRET", "SESSION_TOKEN", "RELATIVE_URI");
            assertThat(name.toString()).doesNotContain("ACCESS_KEY", "PASSWORD");
            return super.get(name);
          }
        };
    variables.put("AWS_SECRET_ACCESS_KEY", "never");
    variables.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/" + TASK);
    assertThat(CloudEnvironment.of(variables)).doesNotContainValue("never").hasSize(2);
  }

  private static Map<String, String> map(String variables) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String variable : variables.trim().split(" +", 0)) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        map.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return map;
  }
}
