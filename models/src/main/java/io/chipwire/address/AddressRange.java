package io.chipwire.address;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A block of IP addresses.
 *
 * @param text as it was written, such as {@code 10.0.0.0/8} or {@code fc00::/7}
 */
public record AddressRange(String text) implements Serializable {

  /** No host names: they would be looked up. */
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  /**
   * Checks the notation.
   *
   * @throws IllegalArgumentException if it is not an address, alone or with a prefix length
   */
  public AddressRange {
    parse(text);
  }

  private record Parsed(byte[] network, int prefixBits) {}

  private static Parsed parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    try {
      if (LITERAL.matcher(address).matches()) {
        byte[] network = InetAddress.getByName(address).getAddress();
        int most = network.length * 8;
        int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
        if (bits >= 0 && bits <= most) {
          return new Parsed(network, bits);
        }
      }
    } catch (UnknownHostException | NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "address range \"" + text + "\": expected an address such as 10.1.2.3 or 10.0.0.0/8");
  }

  /** Whether the address lies in it. */
  public boolean contains(InetAddress address) {
    Parsed range = parse(text);
    byte[] bytes = address.getAddress();
    if (bytes.length != range.network.length) {
      return false;
    }
    for (int bit = 0; bit < range.prefixBits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((bytes[bit / 8] & mask) != (range.network[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
