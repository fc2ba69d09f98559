package dev.stockade.cli.follow;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where to listen, as people write it: {@code :9464}, {@code 127.0.0.1:9464}, {@code [::1]:9464}.
 */
final class ListenAddress implements ITypeConverter<InetSocketAddress> {
  @Override
  public InetSocketAddress convert(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 0xffff) {
      try {
        int number = Integer.parseInt(port);
        return host.isEmpty()
            ? new InetSocketAddress(number)
            : new InetSocketAddress(InetAddress.getByName(host), number);
      } catch (UnknownHostException e) {
        // Said below.
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is not an address such as :9464 or 127.0.0.1:9464");
  }
}
