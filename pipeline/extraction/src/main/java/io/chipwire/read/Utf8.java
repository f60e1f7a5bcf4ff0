package io.chipwire.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells whether bytes are UTF-8. Other charsets' text almost never is by accident. */
final class Utf8 {

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /**
   * How many multi-byte sequences the bytes hold: 0 if all are ASCII, -1 if they are not UTF-8. A
   * sequence cut off by the end is allowed.
   */
  static int sequences(byte[] bytes) {
    int sequences = 0;
    int i = 0;
    while (i < bytes.length) {
      i = behindAscii(bytes, i);
      if (i == bytes.length) {
        break;
      }
      int lead = bytes[i++];
      int following = following(lead & 0xff);
      if (following < 0) {
        return -1;
      }
      for (int k = 0; k < following && i < bytes.length; k++, i++) {
        if ((bytes[i] & 0xc0) != 0x80) {
          return -1;
        }
      }
      sequences++;
    }
    return sequences;
  }

  /** The place of the first byte from here on that is not ASCII; eight are looked at in one go. */
  private static int behindAscii(byte[] bytes, int from) {
    int i = from;
    while (i + Long.BYTES <= bytes.length && ((long) EIGHT.get(bytes, i) & HIGH_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private static int following(int lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return -1;
    }
    return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  }
}
