package dev.stockade.fleet.report;

import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.sql.Parameter;
import dev.stockade.fleet.storage.StoredFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines that were set aside, by the services whose journals they lie in. A line whose time
 * cannot be read is of all days, and one whose journal names no process is of all services.
 */
final class AsideLines {
  /** Beyond these all count for every service. */
  private static final long MAX = 200_000;

  private static final int MAX_PLACES = 20;
  private static final Pattern TIME = Pattern.compile("\"time\":\"([0-9]{4}-[0-9]{2}-[0-9]{2})");

  private final Map<String, Long> byFile = new HashMap<>();
  private final Map<String, Long> byService = new HashMap<>();
  private final List<String> places = new ArrayList<>();
  private final String from;
  private final String to;
  private long all;
  private long ofNobody;

  AsideLines(ChosenLake lake) {
    from = lake.parameters().get(Parameter.FROM);
    to = lake.parameters().get(Parameter.TO);
    LakeStore store = lake.lake().store();
    try (Stream<StoredFile> files = store.storage().list(LakeNames.ASIDE, null)) {
      for (StoredFile file : files.toList()) {
        read(store, file.key());
      }
    }
    if (all > 0) {
      attribute(lake);
    }
  }

  private void read(LakeStore store, String key) {
    try (BufferedReader in = Files.newBufferedReader(store.local(key), StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      ofNobody++;
      places.add(key + ": cannot be read");
    }
  }

  private void take(String line) throws IOException {
    if (all >= MAX) {
      all++;
      ofNobody++;
      return;
    }
    JsonView aside = new JsonView("aside", JsonTree.object(line));
    String bytes =
        new String(Base64.getDecoder().decode(aside.text("bytes")), StandardCharsets.ISO_8859_1);
    Matcher time = TIME.matcher(bytes);
    if (time.find() && (time.group(1).compareTo(from) < 0 || time.group(1).compareTo(to) > 0)) {
      return;
    }
    all++;
    byFile.merge(aside.text("file"), 1L, Long::sum);
    if (places.size() < MAX_PLACES) {
      places.add(
          aside.text("file")
              + ":"
              + aside.whole("line")
              + ": not a whole record, set aside: "
              + aside.text("why"));
    }
  }

  private void attribute(ChosenLake lake) {
    Map<String, Set<String>> files = new HashMap<>();
    Map<String, SourceState> sources = lake.lake().catalog().sources();
    byFile.forEach(
        (file, lines) -> {
          SourceState source = sources.get(file);
          Set<String> processes = source == null ? Set.of() : source.runs().keySet();
          ofNobody += processes.isEmpty() ? lines : 0;
          processes.forEach(
              process -> files.computeIfAbsent(process, any -> new HashSet<>()).add(file));
        });
    try (Statement statement = lake.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT service, process FROM records WHERE process IS NOT NULL GROUP BY ALL")) {
      Map<String, Set<String>> ofServices = new HashMap<>();
      while (rows.next()) {
        Set<String> its = files.getOrDefault(rows.getString(2), Set.of());
        if (!its.isEmpty()) {
          ofServices.computeIfAbsent(rows.getString(1), any -> new HashSet<>()).addAll(its);
        }
      }
      ofServices.forEach(
          (service, its) -> byService.put(service, its.stream().mapToLong(byFile::get).sum()));
    } catch (SQLException e) {
      throw ChosenLake.failure(e);
    }
  }

  long all() {
    return all;
  }

  /** Those in the service's journals, and those of nobody. */
  long of(String service) {
    return byService.getOrDefault(service, 0L) + ofNobody;
  }

  /** Of the first of them. */
  List<String> places() {
    return places;
  }
}
