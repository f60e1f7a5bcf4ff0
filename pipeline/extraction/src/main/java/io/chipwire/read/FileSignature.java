package io.chipwire.read;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells bytes that are no text: known file signatures, zero bytes, many control characters. */
final class FileSignature {

  /** How many bytes are looked at. */
  private static final int SEEN = 8_192;

  private static final List<byte[]> SIGNATURES =
      List.of(
          latin("%PDF-"),
          latin("PK\u0003\u0004"),
          latin("\u0089PNG"),
          latin("GIF8"),
          latin("\u00ff\u00d8\u00ff"),
          latin("\u001f\u008b"),
          latin("Rar!"),
          latin("7z\u00bc\u00af"),
          latin("\u007fELF"),
          latin("RIFF"),
          latin("OggS"),
          latin("ID3"),
          latin("wOF"),
          latin("\u00ca\u00fe\u00ba\u00be"),
          latin("\u00d0\u00cf\u0011\u00e0"));

  private FileSignature() {}

  /** Whether these bytes are no text in any charset that keeps ASCII. */
  static boolean isBinary(byte[] bytes) {
    for (byte[] signature : SIGNATURES) {
      if (startsWith(bytes, signature)) {
        return true;
      }
    }
    int seen = Math.min(bytes.length, SEEN);
    int control = 0;
    for (int i = 0; i < seen; i++) {
      int b = bytes[i] & 0xff;
      boolean whitespaceOrEscape = b >= '\t' && b <= '\r' || b == 0x1b;
      control += b < 0x20 && !whitespaceOrEscape ? 1 : 0;
    }
    return control > seen / 50;
  }

  private static boolean startsWith(byte[] bytes, byte[] signature) {
    if (bytes.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if (bytes[i] != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] latin(String s) {
    return s.getBytes(StandardCharsets.ISO_8859_1);
  }
}
