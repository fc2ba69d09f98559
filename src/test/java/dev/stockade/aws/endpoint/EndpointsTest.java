package dev.stockade.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What host names say. */
class EndpointsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "email.us-gov-west-1.amazonaws.com, aws-us-gov, us-gov-west-1, email, ses",
        "DynamoDB.US-East-1.AMAZONAWS.com.:443, aws, us-east-1, dynamodb, dynamodb",
        "transcribestreaming.us-east-1.amazonaws.com, aws, us-east-1, transcribestreaming,"
            + " transcribe",
        "runtime.sagemaker.eu-west-1.amazonaws.com, aws, eu-west-1, runtime.sagemaker, sagemaker",
        "api.tunneling.iot.us-east-1.amazonaws.com, aws, us-east-1, api.tunneling.iot,"
            + " IoTSecuredTunneling",
        "kms-fips.us-west-2.amazonaws.com, aws, us-west-2, kms, kms",
        "fips.batch.us-west-2.amazonaws.com, aws, us-west-2, batch, batch",
        "lambda.eu-central-1.api.aws, aws, eu-central-1, lambda, lambda",
        "sqs.cn-north-1.amazonaws.com.cn, aws-cn, cn-north-1, sqs, sqs",
        "kms.cn-north-1.api.amazonwebservices.com.cn, aws-cn, cn-north-1, kms, kms",
        "kms.eusc-de-east-1.amazonaws.eu, aws-eusc, eusc-de-east-1, kms, kms",
        "kms.us-iso-east-1.c2s.ic.gov, aws-iso, us-iso-east-1, kms, kms",
        "kms.us-isob-east-1.sc2s.sgov.gov, aws-iso-b, us-isob-east-1, kms, kms",
        "kms.eu-isoe-west-1.cloud.adc-e.uk, aws-iso-e, eu-isoe-west-1, kms, kms",
        "kms.us-isof-south-1.csp.hci.ic.gov, aws-iso-f, us-isof-south-1, kms, kms",
        "iam.amazonaws.com, aws, us-east-1, iam, iam",
        "iam.us-gov.amazonaws.com, aws-us-gov, us-gov-west-1, iam, iam",
        "iam.global.api.amazonwebservices.com.cn, aws-cn, cn-north-1, iam, iam",
        "sts.amazonaws.com, aws, -, sts, sts",
        "cloudfront.amazonaws.com, aws, -, cloudfront, cloudfront",
        "eu-west-1.queue.amazonaws.com, aws, eu-west-1, queue, sqs",
        "queue.amazonaws.com, aws, us-east-1, queue, sqs",
        "111111111111.ddb.us-east-1.amazonaws.com, aws, us-east-1, ddb, dynamodb",
        "maps.geo.us-east-1.amazonaws.com, aws, us-east-1, maps.geo, -",
        "mturk-requester-sandbox.us-east-1.amazonaws.com, aws, -, mturk-requester-sandbox,"
            + " mturk-requester",
        "vpce-0a-bb-us-east-1a.api.ecr.us-east-1.vpce.amazonaws.com, aws, us-east-1, api.ecr, ecr",
      })
  void anApiTellsPartitionRegionServiceAndSigningName(
      String host, String partition, String region, String service, String signingName) {
    Endpoint endpoint = Endpoints.of(host);

    assertThat(endpoint.kind()).isEqualTo(Endpoint.Kind.API);
    assertThat(endpoint.partition()).isEqualTo(partition);
    assertThat(endpoint.region()).isEqualTo(region);
    assertThat(endpoint.service()).isEqualTo(service);
    assertThat(endpoint.signingName()).isEqualTo(signingName);
    assertThat(endpoint.isS3()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "s3.amazonaws.com, -, s3, s3, false",
        "bucket.s3.amazonaws.com, -, s3, s3, true",
        "eu-west-1.s3.amazonaws.com, -, s3, s3, true",
        "s3-external-1.amazonaws.com, us-east-1, s3, s3, false",
        "s3-us-west-2.amazonaws.com, us-west-2, s3, s3, false",
        "bucket.s3-us-west-2.amazonaws.com, us-west-2, s3, s3, true",
        "s3-fips-us-gov-west-1.amazonaws.com, us-gov-west-1, s3, s3, false",
        "a.b.s3.dualstack.eu-west-1.amazonaws.com, eu-west-1, s3, s3, true",
        "bucket.s3-fips.us-east-1.amazonaws.com, us-east-1, s3, s3, true",
        "bucket.s3-accelerate.dualstack.amazonaws.com, -, s3-accelerate, s3, true",
        "p-123456789012.s3-accesspoint.eu-west-1.amazonaws.com, eu-west-1, s3-accesspoint, s3, true",
        "x1.mrap.accesspoint.s3-global.amazonaws.com, -, s3-global, s3, true",
        "123456789012.s3-control.us-east-1.amazonaws.com, us-east-1, s3-control, s3, false",
        "p-1.op-1.s3-outposts.us-east-1.amazonaws.com, us-east-1, s3-outposts, s3-outposts, true",
        "p-1.s3-object-lambda.us-east-1.amazonaws.com, us-east-1, s3-object-lambda,"
            + " s3-object-lambda, true",
        "b--usw2-az1--x-s3.s3express-usw2-az1.us-west-2.amazonaws.com, us-west-2, s3express,"
            + " s3express, true",
        "s3express-control.us-west-2.amazonaws.com, us-west-2, s3express-control, s3express, false",
        "bucket.vpce-1a-5e.s3.us-east-1.vpce.amazonaws.com, us-east-1, s3, s3, false",
        "my.bucket.vpce-1a-5e.s3.us-east-1.vpce.amazonaws.com, us-east-1, s3, s3, true",
        "control.vpce-1a-5e.s3.us-east-1.vpce.amazonaws.com, us-east-1, s3-control, s3, false",
      })
  void s3HostsTellWhetherTheBucketIsInThem(
      String host, String region, String service, String signingName, boolean bucketInHost) {
    Endpoint endpoint = Endpoints.of(host);

    assertThat(endpoint.kind()).isEqualTo(Endpoint.Kind.API);
    assertThat(endpoint.isS3()).isTrue();
    assertThat(endpoint.region()).isEqualTo(region);
    assertThat(endpoint.service()).isEqualTo(service);
    assertThat(endpoint.signingName()).isEqualTo(signingName);
    assertThat(endpoint.isBucketInHost()).isEqualTo(bucketInHost);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "bucket.s3-website-us-east-1.amazonaws.com, us-east-1, s3-website, -",
        "bucket.s3-website.eu-central-1.amazonaws.com, eu-central-1, s3-website, -",
        "my-1.us-east-1.elb.amazonaws.com, us-east-1, elb, -",
        "my-1.elb.us-east-1.amazonaws.com, us-east-1, elb, -",
        "ec2-1-2-3-4.compute-1.amazonaws.com, -, compute-1, -",
        "ip-10-0-0-1.us-west-2.compute.internal, us-west-2, compute, -",
        "AB.gr7.us-east-1.eks.amazonaws.com, us-east-1, eks, -",
        "oidc.eks.us-east-1.amazonaws.com, us-east-1, oidc.eks, -",
        "a.execute-api.eu-west-1.amazonaws.com, eu-west-1, execute-api, execute-api",
        "a.lambda-url.eu-west-1.on.aws, eu-west-1, lambda-url, lambda",
        "search-x.us-east-1.es.amazonaws.com, us-east-1, es, es",
        "1.dkr.ecr-fips.us-east-1.amazonaws.com, us-east-1, dkr.ecr, -",
        "x-ats.iot.us-east-1.amazonaws.com, us-east-1, iot, -",
        "participant.connect.us-east-1.amazonaws.com, us-east-1, participant.connect, execute-api",
        "vpce-0a-bb.vpce-svc-01.us-east-1.vpce.amazonaws.com, us-east-1, vpce-svc, -",
        "d.auth.us-east-1.amazoncognito.com, us-east-1, auth, -",
        "d111.cloudfront.net, -, cloudfront.net, -",
        "us-east-1.signin.aws.amazon.com, us-east-1, signin, signin",
        "checkip.amazonaws.com, -, checkip, -",
        "not-yet-announced.us-east-1.amazonaws.com, us-east-1, -, -",
        "amazonaws.com, -, -, -",
      })
  void otherHostsAreNoApis(String host, String region, String service, String signingName) {
    Endpoint endpoint = Endpoints.of(host);

    assertThat(endpoint.kind()).isEqualTo(Endpoint.Kind.OTHER);
    assertThat(endpoint.region()).isEqualTo(region);
    assertThat(endpoint.service()).isEqualTo(service);
    assertThat(endpoint.signingName()).isEqualTo(signingName);
    assertThat(endpoint.isS3()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "169.254.169.254, METADATA",
    "169.254.169.254:80, METADATA",
    "[fd00:ec2::254]:80, METADATA",
    "[FD00:0EC2:0:0:0:0:0:254], METADATA",
    "fd00:ec2::254, METADATA",
    "[::ffff:169.254.169.254], METADATA",
    "169.254.170.2, CREDENTIALS",
    "169.254.170.23:80, CREDENTIALS",
    "[fd00:ec2::23], CREDENTIALS",
  })
  void linkLocalAddressesGiveMetadataAndCredentials(String host, Endpoint.Kind kind) {
    assertThat(Endpoints.of(host).kind()).isEqualTo(kind);
    assertThat(Endpoints.of(host).partition()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ":",
        "[",
        "[]",
        "example.com",
        "notamazonaws.com",
        "amazonaws.com.example.org",
        "s3.amazonaws.com:port",
        "user@s3.amazonaws.com",
        "a..b.s3.amazonaws.com",
        ".s3.amazonaws.com",
        "s3.ama\u017fonaws.com",
        "\u212ams.us-east-1.amazonaws.com",
        "169.254.1.1",
        "169.254.170.231",
        "169.254.169.2540",
        "[fd00:ec2::255]",
        "[fd00:ec2:1::254]",
        "[fd00:ec2::254",
        "10.0.0.1",
        "localhost:4566",
      })
  void allElseIsNoHostOfAws(String host) {
    assertThat(Endpoints.of(host)).isNull();
  }

  @Test
  void nullIsNoHostOfAws() {
    assertThat(Endpoints.of(null)).isNull();
  }
}
