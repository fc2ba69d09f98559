package dev.stockade;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The house: which room may enter which, and by what doors. A room is a package below {@code
 * dev.stockade} with all that lie in it; the doors of each are in {@code rooms.txt}.
 */
class RoomsTest {
  /** From the ground up: a room knows those of lower floors alone. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("base", "gate"),
          Set.of("policy", "weave"),
          Set.of("journal", "aws"),
          Set.of("enforce"),
          Set.of("library"),
          Set.of("engine"),
          Set.of("cli"));

  private static final String HOUSE = "dev.stockade.";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.stockade");

  @Test
  void noPackageIsInACircle() {
    slices().matching("dev.stockade.(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void aRoomKnowsOnlyLowerFloors() {
    Set<String> wrong = new TreeSet<>();
    for (Dependency one : betweenRooms()) {
      if (floor(room(one.getTargetClass())) >= floor(room(one.getOriginClass()))) {
        wrong.add(name(one.getOriginClass()) + " -> " + name(one.getTargetClass()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noLibraryKnowsAnother() {
    slices().matching("dev.stockade.library.(*)").should().notDependOnEachOther().check(MAIN);
  }

  /** A new door is a decision: it is made by writing it down. */
  @Test
  void aRoomIsEnteredByItsDoors() throws IOException {
    Map<String, Set<String>> used = new TreeMap<>();
    for (Dependency one : betweenRooms()) {
      JavaClass door = one.getTargetClass();
      used.computeIfAbsent(room(door), name -> new TreeSet<>()).add(inRoom(door));
    }
    assertThat(used).isEqualTo(doors());
  }

  private static Map<String, Set<String>> doors() throws IOException {
    Map<String, Set<String>> doors = new TreeMap<>();
    try (InputStream in = RoomsTest.class.getResourceAsStream("/rooms.txt")) {
      String room = null;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.endsWith(":")) {
          room = line.substring(0, line.length() - 1);
        } else if (line.startsWith("  ")) {
          doors.computeIfAbsent(room, name -> new TreeSet<>()).add(line.trim());
        }
      }
    }
    return doors;
  }

  private static List<Dependency> betweenRooms() {
    return MAIN.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(one -> isOurs(one.getTargetClass()) && isOurs(one.getOriginClass()))
        .filter(one -> !room(one.getTargetClass()).equals(room(one.getOriginClass())))
        .toList();
  }

  private static boolean isOurs(JavaClass type) {
    return type.getBaseComponentType().getName().startsWith(HOUSE);
  }

  private static String name(JavaClass type) {
    return type.getBaseComponentType().getName().substring(HOUSE.length());
  }

  private static String room(JavaClass type) {
    String name = name(type);
    return name.substring(0, name.indexOf('.'));
  }

  /** Without those that lie in it. */
  private static String inRoom(JavaClass type) {
    String inside = name(type).substring(room(type).length() + 1);
    int nested = inside.indexOf('$');
    return nested < 0 ? inside : inside.substring(0, nested);
  }

  private static int floor(String room) {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(room)) {
        return floor;
      }
    }
    throw new AssertionError("the room " + room + " is on no floor");
  }
}
