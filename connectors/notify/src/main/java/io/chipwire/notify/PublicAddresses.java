package io.chipwire.notify;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses are of the internet: not of this machine, not private, not reserved (RFC 6890 and
 * the IANA registries of special-purpose addresses). IPv6 forms that carry an IPv4 address are
 * judged by that.
 */
final class PublicAddresses {

  private PublicAddresses() {}

  static boolean contains(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes, int at) {
    int a = bytes[at] & 0xff;
    int b = bytes[at + 1] & 0xff;
    int c = bytes[at + 2] & 0xff;
    return !(a == 0
        || a == 10
        || a == 127
        || a >= 224
        || (a == 100 && b >= 64 && b < 128)
        || (a == 169 && b == 254)
        || (a == 172 && b >= 16 && b < 32)
        || (a == 192 && b == 168)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113));
  }

  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    if (first == 0x64 && second == 0xff9b) { // NAT64, RFC 6052
      return isPublic4(bytes, 12);
    }
    if (first == 0x2002) { // 6to4, RFC 3056
      return isPublic4(bytes, 2);
    }
    boolean global = (first & 0xe000) == 0x2000; // 2000::/3 is all that is handed out
    boolean documentation = first == 0x2001 && second == 0xdb8;
    boolean teredo = first == 0x2001 && second == 0;
    return global && !documentation && !teredo;
  }
}
