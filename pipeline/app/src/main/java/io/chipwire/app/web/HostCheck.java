package io.chipwire.app.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets only requests in that ask for this server by one of its names. A page from elsewhere whose
 * name was made to lead here (DNS rebinding) asks by its own name, and may read nothing. Addresses
 * are always let in: nobody else can make them lead here.
 */
final class HostCheck implements Handler {

  /** RFC 9110, section 15.5.20. */
  private static final int MISDIRECTED = 421;

  private static final Pattern PORT = Pattern.compile(":\\d*$");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

  private final Set<String> names;

  /**
   * A check.
   *
   * @param names how this server is called besides {@code localhost}, without ports
   */
  HostCheck(Collection<String> names) {
    this.names =
        Stream.concat(Stream.of("localhost"), names.stream())
            .map(HostCheck::normal)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void handle(Context context) {
    String host = context.header("Host");
    if (!allows(host)) {
      throw new HttpResponseException(
          MISDIRECTED,
          "host \""
              + host
              + "\": expected an address or one of "
              + names.stream().sorted().toList()
              + "; serve --host-name adds a name");
    }
  }

  /** Whether a request with that header may come in; one without it is no browser's. */
  boolean allows(@Nullable String header) {
    if (header == null) {
      return true;
    }
    String host = normal(PORT.matcher(header.strip()).replaceFirst(""));
    return names.contains(host) || IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
  }

  private static String normal(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
