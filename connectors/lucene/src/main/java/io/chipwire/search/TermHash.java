package io.chipwire.search;

import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * A term of a field as 64 bits. Two terms may be one by chance; then a query is checked in vain.
 */
final class TermHash {

  private TermHash() {}

  /**
   * FNV-1a over the field's name and the term, mixed so that the low bits are as good as any; never
   * 0.
   */
  static long of(String field, BytesRef term) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < field.length(); i++) {
      hash = (hash ^ field.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ 0xffff) * 0x100000001b3L;
    for (int i = term.offset; i < term.offset + term.length; i++) {
      hash = (hash ^ (term.bytes[i] & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }

  static BytesRef write(long hash) {
    byte[] bytes = new byte[Long.BYTES];
    BitUtil.VH_BE_LONG.set(bytes, 0, hash);
    return new BytesRef(bytes);
  }

  static long read(BytesRef bytes) {
    return (long) BitUtil.VH_BE_LONG.get(bytes.bytes, bytes.offset);
  }
}
