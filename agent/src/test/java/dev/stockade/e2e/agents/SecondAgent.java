package dev.stockade.e2e.agents;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** An agent that is not ours, on Byte Buddy, with advice in methods that we weave too. */
public final class SecondAgent {
  private static final String SEEN = "other.agent.";

  private SecondAgent() {}

  /** What its advice saw is told at the end. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    Runtime.getRuntime().addShutdownHook(new Thread(SecondAgent::tell));
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .ignore(none())
        .type(namedOneOf("sun.security.ssl.TransportContext", "sun.security.ssl.HandshakeContext"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(Seen.class).on(namedOneOf("finishHandshake", "getActiveProtocols"))))
        .type(named("sun.security.ssl.SSLSocketImpl"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Seen.class).on(named("startHandshake"))))
        .installOn(instrumentation);
  }

  public static void agentmain(String arguments, Instrumentation instrumentation) {
    premain(arguments, instrumentation);
  }

  private static void tell() {
    TreeSet<String> seen = new TreeSet<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(SEEN)) {
        seen.add(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1));
      }
    }
    seen.remove("SSLSocketImpl.startHandshake");
    System.err.println("other saw " + String.join(" ", seen));
  }

  /** Made of JRE types only: it is copied into classes of the JDK. */
  static final class Seen {
    private Seen() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@Advice.Origin("#t.#m") String method) {
      System.setProperty("other.agent." + method, "true");
    }
  }

  static Path jar(Path file, Path byteBuddy) throws Exception {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.CLASS_PATH, byteBuddy.toUri().toString());
    main.putValue("Premain-Class", SecondAgent.class.getName());
    main.putValue("Agent-Class", SecondAgent.class.getName());
    main.putValue("Can-Retransform-Classes", "true");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Class<?> type : new Class<?>[] {SecondAgent.class, Seen.class}) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(jar);
        }
      }
    }
    return file;
  }
}
