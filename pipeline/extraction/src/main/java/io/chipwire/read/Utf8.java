package io.chipwire.read;

/** Tells whether bytes are UTF-8. Other charsets' text almost never is by accident. */
final class Utf8 {

  private Utf8() {}

  /**
   * How many multi-byte sequences the bytes hold: 0 if all are ASCII, -1 if they are not UTF-8. A
   * sequence cut off by the end is allowed.
   */
  static int sequences(byte[] bytes) {
    int sequences = 0;
    int i = 0;
    while (i < bytes.length) {
      int lead = bytes[i++];
      if (lead >= 0) {
        continue;
      }
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

  private static int following(int lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return -1;
    }
    return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  }
}
