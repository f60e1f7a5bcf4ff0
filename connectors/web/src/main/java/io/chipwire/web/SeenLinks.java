package io.chipwire.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which links of a source were seen lately, and in which version. Both are kept as fingerprints of
 * 64 bits: that two of a source's links share one is as good as impossible.
 *
 * <p>Owned state: at most {@value #MAX_LINKS} links, those seen longest ago dropped first. Not safe
 * for use by several threads.
 */
final class SeenLinks {

  /** A full sitemap, and then some. */
  static final int MAX_LINKS = 60_000;

  private final LinkedHashMap<Long, Long> versions =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
          return size() > MAX_LINKS;
        }
      };

  SeenLinks(Map<Long, Long> versions) {
    this.versions.putAll(versions);
  }

  /** Whether this version of this address was seen last; if so it counts as seen lately. */
  boolean knows(String url, long version) {
    Long known = versions.get(Fingerprint64.of(url));
    return known != null && known == version;
  }

  void mark(String url, long version) {
    versions.put(Fingerprint64.of(url), version);
  }

  /** A copy, those seen longest ago first. */
  Map<Long, Long> versions() {
    return new LinkedHashMap<>(versions);
  }
}
