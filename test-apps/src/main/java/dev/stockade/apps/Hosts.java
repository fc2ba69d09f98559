package dev.stockade.apps;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a JDK 8, too, take host names from {@code jdk.net.hosts.file}, as later JDKs do. */
final class Hosts {
  private Hosts() {}

  static void install() throws Exception {
    String file = System.getProperty("jdk.net.hosts.file");
    if (file == null || !System.getProperty("java.specification.version").startsWith("1.")) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(Paths.get(file))) {
      names.addAll(Arrays.asList(line.trim().split("\\s+")));
    }
    byte[] loopback = InetAddress.getByName(names.remove(0)).getAddress();
    Class<?> service = Class.forName("sun.net.spi.nameservice.NameService");
    Object fromFile =
        Proxy.newProxyInstance(
            null,
            new Class<?>[] {service},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getHostByAddr")) {
                return names.get(0);
              }
              String host = (String) arguments[0];
              if (!names.contains(host)) {
                throw new UnknownHostException(host);
              }
              return new InetAddress[] {InetAddress.getByAddress(host, loopback)};
            });
    Field services = InetAddress.class.getDeclaredField("nameServices");
    services.setAccessible(true);
    services.set(null, new ArrayList<>(Arrays.asList(fromFile)));
  }
}
