package dev.stockade.fleet.command;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fleet's house: rooms on floors, as the agent's; what an engine is stays in few of them. */
class FleetRoomsTest {
  private static final String HOUSE = "dev.stockade.fleet.";

  /** From the ground up: a room knows those of lower floors alone. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("lake", "storage"),
          Set.of("record", "sql", "answer", "dims"),
          Set.of("source"),
          Set.of("duckdb"),
          Set.of("ingest", "query", "report", "cloudtrail", "ship"),
          Set.of("command"));

  /** Those that may name a class of DuckDB's. */
  private static final Set<String> ENGINE = Set.of("duckdb", "ingest", "cloudtrail");

  private static final int MOST_LINES = 300;

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(place -> !place.contains("-tests.jar"))
          .importPackages("dev.stockade.fleet");

  @Test
  void noPackageIsInACircle() {
    slices().matching("dev.stockade.fleet.(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void aRoomKnowsOnlyLowerFloors() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : MAIN) {
      for (Dependency one : type.getDirectDependenciesFromSelf()) {
        JavaClass target = one.getTargetClass().getBaseComponentType();
        boolean isOurs = target.getName().startsWith(HOUSE);
        if (isOurs && !room(target).equals(room(type)) && floor(target) >= floor(type)) {
          wrong.add(type.getName() + " -> " + target.getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A new door is a decision: it is made by writing it down. */
  @Test
  void aRoomIsEnteredByItsDoors() throws IOException {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass type : MAIN) {
      for (Dependency one : type.getDirectDependenciesFromSelf()) {
        JavaClass door = one.getTargetClass().getBaseComponentType();
        if (door.getName().startsWith(HOUSE) && !room(door).equals(room(type))) {
          used.computeIfAbsent(room(door), any -> new TreeSet<>()).add(inRoom(door));
        }
      }
    }
    assertThat(used).isEqualTo(doors());
  }

  private static Map<String, Set<String>> doors() throws IOException {
    Map<String, Set<String>> doors = new TreeMap<>();
    try (InputStream in = FleetRoomsTest.class.getResourceAsStream("/fleet-rooms.txt")) {
      String room = null;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.endsWith(":")) {
          room = line.substring(0, line.length() - 1);
        } else if (line.startsWith("  ")) {
          doors.computeIfAbsent(room, any -> new TreeSet<>()).add(line.trim());
        }
      }
    }
    return doors;
  }

  /** Without those that lie in it. */
  private static String inRoom(JavaClass type) {
    String inside = type.getName().substring(HOUSE.length() + room(type).length() + 1);
    int nested = inside.indexOf('$');
    return nested < 0 ? inside : inside.substring(0, nested);
  }

  @Test
  void fewRoomsKnowTheEngine() {
    Set<String> knowing = new TreeSet<>();
    for (JavaClass type : MAIN) {
      for (Dependency one : type.getDirectDependenciesFromSelf()) {
        if (one.getTargetClass().getName().startsWith("org.duckdb.")) {
          knowing.add(room(type));
        }
      }
    }
    assertThat(ENGINE).containsAll(knowing);
  }

  @Test
  void noFileIsLong() throws IOException {
    Set<String> tooLong = new TreeSet<>();
    for (String module : List.of("lake", "command", "spark")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module))) {
        for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          if (Files.readAllLines(file).size() > MOST_LINES) {
            tooLong.add(file.getFileName().toString());
          }
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static String room(JavaClass type) {
    String name = type.getBaseComponentType().getName().substring(HOUSE.length());
    return name.substring(0, name.indexOf('.'));
  }

  private static int floor(JavaClass type) {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(room(type))) {
        return floor;
      }
    }
    throw new AssertionError("the room " + room(type) + " is on no floor");
  }
}
