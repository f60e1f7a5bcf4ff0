package io.chipwire.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Turns a page's bytes into text: byte order mark, bytes that can only be UTF-8, the transport's
 * charset, the page's own declaration, then detection. A declaration that the bytes contradict is
 * not believed. Stateless; safe to share between threads.
 */
final class PageDecoder {

  /** How far into the page a charset may be declared; the HTML standard says 1,024 bytes. */
  private static final int PROLOGUE = 4_096;

  /** How much of the page the detector sees, in bytes. */
  private static final int DETECTED = 65_536;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:<meta[^>]{0,500}?charset|<\\?xml[^>]{0,200}?encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  /** Labels that the web uses for a larger set than their name says (WHATWG Encoding Standard). */
  private static final Map<String, String> SUPERSET =
      Map.of(
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "us-ascii", "windows-1252",
          "ascii", "windows-1252",
          "iso-8859-9", "windows-1254",
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949",
          "ks_c_5601-1987", "x-windows-949");

  private PageDecoder() {}

  /**
   * The page's text, or null if the bytes are neither text nor HTML.
   *
   * @param transportCharset what the transport declared, if it did
   */
  static @Nullable String decode(byte[] bytes, @Nullable String transportCharset) {
    if (bytes.length >= 3
        && (bytes[0] & 0xff) == 0xef
        && (bytes[1] & 0xff) == 0xbb
        && (bytes[2] & 0xff) == 0xbf) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    Charset wide = wideCharset(bytes);
    if (wide != null) {
      return new String(bytes, wide);
    }
    if (FileSignature.isBinary(bytes)) {
      return null;
    }
    int multibyte = Utf8.sequences(bytes);
    Charset declared = charset(transportCharset);
    Charset inPage = charset(declaredIn(bytes));
    if (multibyte == 0 && (isStateless(declared) && isStateless(inPage))) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    if (multibyte > 2) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    for (Charset candidate : new @Nullable Charset[] {declared, inPage, detect(bytes)}) {
      String text = candidate == null ? null : faithful(bytes, candidate);
      if (text != null) {
        return text;
      }
    }
    return new String(bytes, charset("windows-1252"));
  }

  /** UTF-16 by its byte order mark, or by every other byte being zero. */
  private static @Nullable Charset wideCharset(byte[] bytes) {
    if (bytes.length < 2) {
      return null;
    }
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    if (first == 0xfeff || first == 0xfffe) {
      return StandardCharsets.UTF_16;
    }
    int even = 0;
    int odd = 0;
    int seen = Math.min(bytes.length, PROLOGUE) / 2 * 2;
    for (int i = 0; i < seen; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (odd > seen / 4 && even < seen / 50) {
      return StandardCharsets.UTF_16LE;
    }
    return even > seen / 4 && odd < seen / 50 ? StandardCharsets.UTF_16BE : null;
  }

  private static @Nullable String declaredIn(byte[] bytes) {
    String prologue =
        new String(bytes, 0, Math.min(bytes.length, PROLOGUE), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARED.matcher(prologue);
    return declaration.find() ? declaration.group(1) : null;
  }

  private static @Nullable Charset charset(@Nullable String label) {
    if (label == null) {
      return null;
    }
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(SUPERSET.getOrDefault(name, name));
    } catch (IllegalArgumentException unknownLabel) {
      return null;
    }
  }

  /** Whether pure ASCII bytes mean ASCII in it; in ISO-2022-JP they do not. */
  private static boolean isStateless(@Nullable Charset charset) {
    return charset == null || !charset.name().startsWith("ISO-2022");
  }

  private static @Nullable Charset detect(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, DETECTED));
    detector.dataEnd();
    return charset(detector.getDetectedCharset());
  }

  /** The text, or null if more than a twentieth of what is not ASCII cannot be decoded. */
  private static @Nullable String faithful(byte[] bytes, Charset charset) {
    int notAscii = 0;
    for (byte b : bytes) {
      notAscii += b < 0 ? 1 : 0;
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 16);
    int broken = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      broken += result.length();
      if (broken > notAscii / 20) {
        return null;
      }
      in.position(Math.min(in.limit(), in.position() + result.length()));
      out.put('\ufffd');
    }
    decoder.flush(out);
    return out.flip().toString();
  }
}
