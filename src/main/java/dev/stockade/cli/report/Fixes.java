package dev.stockade.cli.report;

import dev.stockade.cli.command.RulesDocument;
import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.policy.rule.Direction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of {@code explain RULE} that fix a finding, for the library that made it. */
public final class Fixes {
  private static final String START = "How to fix it";

  /** What stands in a class, jar, provider or client, and the word that rules.md has for it. */
  private static final String[][] LIBRARIES = {
    {"okhttp", "OkHttp"},
    {"httpclient5", "Apache HttpClient 5"},
    {"apache5", "Apache HttpClient 5"},
    {"httpclient", "Apache HttpClient 4"},
    {"apache4", "Apache HttpClient 4"},
    {"java-http", "java.net.http"},
    {"netty", "Netty"},
    {"jetty", "Jetty"},
    {"tomcat", "Tomcat"},
    {"catalina", "Tomcat"},
    {"spring", "Spring Boot"},
    {"kafka", "Kafka"},
    {"postgresql", "PostgreSQL"},
    {"mysql", "MySQL"},
    {"mariadb", "MariaDB"},
    {"sqlserver", "SQL Server"},
    {"jndi", "LDAP"},
    {"unboundid", "UnboundID"},
    {"jakarta.mail", "Jakarta Mail"},
    {"javax.mail", "Jakarta Mail"},
    {"sdkv2", "SDK 2"},
    {"software.amazon", "SDK 2"},
    {"com.amazonaws", "SDK 1"},
    {"httpurlconnection", "HttpsURLConnection"},
  };

  private static final String JDK = "JDK";

  private final Map<String, List<Block>> blocks = new HashMap<>();

  public Fixes() throws IOException {
    for (Map.Entry<String, List<String>> section : RulesDocument.sections().entrySet()) {
      blocks.put(section.getKey(), blocks(section.getValue()));
    }
  }

  /** The library in the words of rules.md; null where it cannot be told. */
  static String library(RecordedFact fact) {
    StringBuilder all = new StringBuilder();
    for (String part :
        new String[] {
          fact.code(),
          fact.jar(),
          fact.tls() == null ? null : fact.tls().provider(),
          fact.aws() == null ? null : fact.aws().client()
        }) {
      all.append(part).append(' ');
    }
    String text = all.toString().toLowerCase(Locale.ROOT);
    for (String[] library : LIBRARIES) {
      if (text.contains(library[0])) {
        return library[1];
      }
    }
    boolean ofJdk = fact.tls() != null && fact.tls().direction() != Direction.IN;
    return ofJdk ? JDK : null;
  }

  /**
   * What to do about a rule.
   *
   * @param library as {@link #library} tells it; may be null
   * @return lines; empty where the rule has none
   */
  List<String> of(String rule, String library) {
    List<Block> all = blocks.get(rule);
    if (all == null || all.isEmpty()) {
      return new ArrayList<>();
    }
    for (String wanted : new String[] {library, JDK}) {
      for (Block block : all) {
        if (wanted != null && block.title().contains(wanted)) {
          return block.lines;
        }
      }
    }
    return all.get(0).lines;
  }

  /** Titles with what is indented below them. */
  private static List<Block> blocks(List<String> section) {
    List<Block> blocks = new ArrayList<>();
    Block block = null;
    boolean started = false;
    boolean inCode = false;
    for (String line : section) {
      started |= line.startsWith(START);
      if (!started || line.startsWith("Check:")) {
        continue;
      }
      boolean code = line.startsWith("    ");
      if (block == null || (inCode && !code && !line.isEmpty())) {
        block = new Block();
        blocks.add(block);
        inCode = false;
      }
      inCode |= code;
      if (!line.isEmpty()) {
        block.lines.add(line);
      }
    }
    return blocks;
  }

  /** One of the ways. */
  private static final class Block {
    private final List<String> lines = new ArrayList<>();

    String title() {
      StringBuilder title = new StringBuilder();
      for (String line : lines) {
        title.append(line.startsWith("    ") ? "" : line + " ");
      }
      return title.toString();
    }
  }
}
