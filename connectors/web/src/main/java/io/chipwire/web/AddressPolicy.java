package io.chipwire.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Which addresses may be asked: the public ones, and those that the configuration allows. The rest
 * stands in {@code special-addresses.txt}. Immutable.
 */
final class AddressPolicy {

  private static final String RESOURCE = "special-addresses.txt";

  private final List<AddressRange> special = readSpecial();
  private final List<AddressRange> allowed;

  AddressPolicy(List<AddressRange> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  boolean permits(InetAddress address) {
    return allowed.stream().anyMatch(range -> range.contains(address))
        || special.stream().noneMatch(range -> range.contains(address));
  }

  private static List<AddressRange> readSpecial() {
    try (InputStream in =
            Objects.requireNonNull(AddressPolicy.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> new AddressRange(line.split("\\s+", 2)[0]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
