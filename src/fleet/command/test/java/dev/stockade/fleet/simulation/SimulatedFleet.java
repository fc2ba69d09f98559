package dev.stockade.fleet.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All services, and how the processes and records are shared out among them. */
final class SimulatedFleet {
  private static final String[] WORDS = {
    "orders", "billing", "ledger", "catalog", "search", "pricing", "shipping", "returns", "fraud",
    "identity", "profile", "invoice", "payroll", "stock", "routing", "tax", "notify", "report"
  };
  private static final String[] PARTS = {
    "api", "worker", "batch", "gateway", "sync", "import", "export", "stream"
  };
  private static final String[] ACCOUNTS = {"111122223333", "444455556666"};
  private static final String[] REGIONS = {"eu-west-1", "us-east-1", "eu-central-1"};
  private static final String[] AWS = {"kms", "s3", "dynamodb", "sts", "secretsmanager", "sqs"};
  private static final int SHARED = 12;

  private final Scale scale;
  private final List<SimulatedService> services = new ArrayList<>();
  private final long[] weights;

  SimulatedFleet(Scale scale) {
    this.scale = scale;
    SplittableRandom random = new SplittableRandom(scale.seed());
    List<Destination> shared = new ArrayList<>();
    for (int i = 0; i < SHARED; i++) {
      shared.add(Destinations.shared(i, random));
    }
    for (int i = 0; i < scale.services(); i++) {
      services.add(service(i, shared, random));
    }
    weights = new long[scale.processes() + 1];
    for (int process = 0; process < scale.processes(); process++) {
      weights[process + 1] = weights[process] + service(process).weight();
    }
  }

  private SimulatedService service(int i, List<Destination> shared, SplittableRandom random) {
    String name =
        WORDS[i % WORDS.length] + "-" + PARTS[i / WORDS.length % PARTS.length] + suffix(i);
    List<Destination> destinations = new ArrayList<>();
    for (int j = 0; j < 3; j++) {
      destinations.add(shared.get(random.nextInt(SHARED)));
    }
    for (int j = 0; j < 4; j++) {
      destinations.add(Destinations.own(name, j, random));
    }
    boolean weak = i % 4 == 1;
    if (weak) {
      destinations.add(Destinations.weak(name, i, random));
    }
    int days = scale.days();
    int canary = i % 5 == 4 ? Integer.MAX_VALUE : days / 3 + random.nextInt(Math.max(1, days / 6));
    List<String> aws = new ArrayList<>();
    for (int j = 0; j <= i % 3; j++) {
      aws.add(AWS[(i + j) % AWS.length]);
    }
    return new SimulatedService(
        name,
        "team-" + WORDS[i % 7],
        1 + random.nextInt(8),
        i % 6 == 2 ? days / 2 : 0,
        canary,
        weak || canary == Integer.MAX_VALUE ? Integer.MAX_VALUE : canary + Math.max(1, days / 5),
        days / 4 + i % Math.max(1, days / 2),
        i % 2 == 0,
        i % 4 != 3,
        weak && i % 8 == 1 ? "legacy-db-" + i : null,
        ACCOUNTS[i % ACCOUNTS.length],
        REGIONS[i % REGIONS.length],
        aws,
        destinations);
  }

  private static String suffix(int i) {
    int round = i / (WORDS.length * PARTS.length);
    return round == 0 ? "" : "-" + round;
  }

  Scale scale() {
    return scale;
  }

  List<SimulatedService> services() {
    return services;
  }

  /** The service of a process. */
  SimulatedService service(int process) {
    return services.get(process % services.size());
  }

  /** Records of a process: by how busy its service is; all together are those of the scale. */
  long records(int process) {
    return share(process + 1) - share(process);
  }

  private long share(int processes) {
    double part = (double) weights[processes] / weights[scale.processes()];
    return processes == scale.processes() ? scale.records() : (long) (scale.records() * part);
  }
}
