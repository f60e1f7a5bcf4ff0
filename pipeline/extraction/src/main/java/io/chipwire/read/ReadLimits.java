package io.chipwire.read;

/**
 * Bounds on what a page may cost. Everything from outside is hostile.
 *
 * @param maxBytes largest page that is read, in bytes; a larger one is refused as {@code TOO_LARGE}
 * @param maxDepth deepest nesting of elements that is kept; what is deeper is put beside it
 * @param maxBlocks most paragraphs that are looked at; what follows is not read
 */
public record ReadLimits(int maxBytes, int maxDepth, int maxBlocks) {

  /** 16 MB, 256 levels, 50,000 paragraphs: no news page of ours came near any of them. */
  public static final ReadLimits DEFAULT = new ReadLimits(16 << 20, 256, 50_000);

  /** Checks that every bound is positive. */
  public ReadLimits {
    if (maxBytes <= 0 || maxDepth <= 0 || maxBlocks <= 0) {
      throw new IllegalArgumentException(
          "limits must be positive: %d bytes, %d levels, %d blocks"
              .formatted(maxBytes, maxDepth, maxBlocks));
    }
  }
}
