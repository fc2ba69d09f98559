package dev.stockade.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The AWS SDK for Java 2 with its DynamoDB client and all that Maven finds them to need. What it
 * found is kept in {@code target/bench}.
 */
final class SdkLibrary {
  static final String VERSION = "2.57.8";

  private static final Path FOLDER = Path.of("target/bench/aws-sdk-" + VERSION).toAbsolutePath();

  private SdkLibrary() {}

  static String classPath() throws Exception {
    Path kept = FOLDER.resolve("class-path.txt");
    if (!Files.exists(kept) || !allExist(Files.readString(kept))) {
      Path pom = Files.writeString(Files.createDirectories(FOLDER).resolve("pom.xml"), pom());
      Processes.run(
          "mvn",
          "-B",
          "-q",
          "-f",
          pom.toString(),
          "dependency:build-classpath",
          "-Dmdep.outputFile=" + kept);
    }
    return Files.readString(kept);
  }

  private static boolean allExist(String jars) {
    return Arrays.stream(jars.split(File.pathSeparator)).allMatch(jar -> new File(jar).exists());
  }

  private static String pom() {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>dev.stockade</groupId>
          <artifactId>bench-aws-sdk</artifactId>
          <version>1</version>
          <dependencies>
            <dependency>
              <groupId>software.amazon.awssdk</groupId>
              <artifactId>dynamodb</artifactId>
              <version>%s</version>
            </dependency>
            <dependency>
              <groupId>org.slf4j</groupId>
              <artifactId>slf4j-nop</artifactId>
              <version>1.7.36</version>
            </dependency>
          </dependencies>
        </project>
        """
        .formatted(VERSION);
  }
}
