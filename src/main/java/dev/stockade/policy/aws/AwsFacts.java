package dev.stockade.policy.aws;

import dev.stockade.base.Limits;
import dev.stockade.policy.rule.Observation;
import java.util.Collections;
import java.util.List;

/**
 * The known facts about one request to AWS. Strings are null where unknown. Holds nothing secret:
 * no path, no query, no header's value, of the access key id only the end.
 */
public final class AwsFacts {
  private final Builder values;

  private AwsFacts(Builder values) {
    this.values = values;
  }

  /** Such as {@code aws-cn}; null for a host that is not known as an endpoint of AWS. */
  public String partition() {
    return values.partition;
  }

  /** The service by the name that its endpoint is signed for, such as {@code dynamodb}. */
  public String service() {
    return values.service;
  }

  public String region() {
    return values.region;
  }

  /** Such as {@code PutItem}. */
  public String operation() {
    return values.operation;
  }

  public CredentialType credential() {
    return values.credential;
  }

  /** The last four characters of the access key id. */
  public String accessKey() {
    return values.accessKey;
  }

  public SignatureStatus signature() {
    return values.signature;
  }

  /** The HTTP client that writes the request, such as {@code apache4}. */
  public String client() {
    return values.client;
  }

  public String method() {
    return values.method;
  }

  /** Whether the endpoint is an API of AWS, at which AWS itself looks at each signature. */
  public boolean isOfApi() {
    return values.api;
  }

  /** The host that the request is for, without a port. */
  public String host() {
    return values.host;
  }

  /** The worst need not come first. Never null. */
  public List<Observation> observations() {
    return values.observations;
  }

  /** What AWS answered to it; null in facts about the request alone. */
  public AwsAnswer answer() {
    return values.answer;
  }

  /** The same facts with what AWS answered. */
  public AwsFacts answered(AwsAnswer answer) {
    return new AwsFacts(new Builder(values, answer));
  }

  /** Equal where all that is known is; two answers are never the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof AwsFacts && values.isLike(((AwsFacts) other).values);
  }

  @Override
  public int hashCode() {
    return values.hash();
  }

  /** Collects the facts; unset strings stay null. */
  public static final class Builder {
    private String partition;
    private String service;
    private String region;
    private boolean api;
    private String operation;
    private CredentialType credential;
    private String accessKey;
    private SignatureStatus signature;
    private String client;
    private String method;
    private String host;
    private List<Observation> observations = Collections.emptyList();
    private AwsAnswer answer;

    public Builder() {}

    private Builder(Builder other, AwsAnswer answer) {
      this.partition = other.partition;
      this.service = other.service;
      this.region = other.region;
      this.api = other.api;
      this.operation = other.operation;
      this.credential = other.credential;
      this.accessKey = other.accessKey;
      this.signature = other.signature;
      this.client = other.client;
      this.method = other.method;
      this.host = other.host;
      this.observations = other.observations;
      this.answer = answer;
    }

    /** The endpoint, as far as it is known. */
    public Builder endpoint(String partition, String service, String region) {
      this.partition = Limits.word(partition);
      this.service = Limits.word(service);
      this.region = Limits.word(region);
      return this;
    }

    /** The endpoint is an API, not a host behind which programs of others answer. */
    public Builder ofApi(boolean api) {
      this.api = api;
      return this;
    }

    public Builder operation(String operation) {
      this.operation = Limits.word(operation);
      return this;
    }

    /**
     * @param accessKeyEnd at most the last four characters of the access key id
     */
    public Builder credential(CredentialType credential, String accessKeyEnd) {
      this.credential = credential;
      this.accessKey = Limits.word(accessKeyEnd);
      return this;
    }

    public Builder signature(SignatureStatus signature) {
      this.signature = signature;
      return this;
    }

    public Builder http(String client, String method, String host) {
      this.client = Limits.word(client);
      this.method = Limits.word(method);
      this.host = Limits.name(host);
      return this;
    }

    /** The list is kept, not copied. */
    public Builder observations(List<Observation> observations) {
      this.observations = observations;
      return this;
    }

    public AwsFacts build() {
      return new AwsFacts(this);
    }

    /** What differs between requests comes first. */
    private boolean isLike(Builder other) {
      return same(operation, other.operation)
          && same(host, other.host)
          && same(method, other.method)
          && same(client, other.client)
          && same(service, other.service)
          && same(region, other.region)
          && same(partition, other.partition)
          && api == other.api
          && same(accessKey, other.accessKey)
          && credential == other.credential
          && signature == other.signature
          && answer == other.answer
          && same(observations, other.observations);
    }

    /** Of what tells requests apart; others have it in common, mostly. */
    private int hash() {
      int hash = hash(operation);
      hash = 31 * hash + hash(host);
      hash = 31 * hash + hash(method);
      hash = 31 * hash + hash(client);
      return 31 * hash + hash(accessKey);
    }

    private static int hash(String text) {
      return text == null ? 0 : text.hashCode();
    }

    private static boolean same(List<Observation> all, List<Observation> others) {
      if (all == others) {
        return true;
      }
      boolean same = all.size() == others.size();
      for (int i = 0; same && i < all.size(); i++) {
        Observation one = all.get(i);
        Observation other = others.get(i);
        same =
            one.rule() == other.rule()
                && one.isRemark() == other.isRemark()
                && same(one.reason(), other.reason());
      }
      return same;
    }

    private static boolean same(String one, String other) {
      return one == null ? other == null : one.equals(other);
    }
  }
}
