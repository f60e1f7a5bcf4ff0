package io.chipwire.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Which addresses something found on the web, or told by a user, may lead to: the public ones, and
 * those that the configuration allows. The rest stands in {@code special-addresses.txt}. Immutable;
 * safe to share between threads.
 */
public final class AddressPolicy {

  private static final String RESOURCE = "special-addresses.txt";

  private static final AddressRange NAT64 = new AddressRange("64:ff9b::/96");

  private final List<AddressRange> special = readSpecial();
  private final List<AddressRange> allowed;

  /** Public addresses and these. */
  public AddressPolicy(List<AddressRange> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** Whether the address may be connected to. */
  public boolean permits(InetAddress address) {
    InetAddress reached = behindNat64(address);
    return allowed.stream().anyMatch(range -> range.contains(address))
        || special.stream().noneMatch(range -> range.contains(reached));
  }

  /** The IPv4 address that a NAT64 address (RFC 6052) leads to, or the address itself. */
  private static InetAddress behindNat64(InetAddress address) {
    if (!NAT64.contains(address)) {
      return address;
    }
    byte[] bytes = address.getAddress();
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
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
