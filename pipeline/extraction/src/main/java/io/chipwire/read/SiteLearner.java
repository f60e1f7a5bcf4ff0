package io.chipwire.read;

import io.chipwire.article.Article;
import io.chipwire.story.Fingerprint;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Learns from the articles of an archive which lines their sites repeat: those on {@value
 * #LEAST_PAGES} pages or more and on a twentieth of the site's. An article that stands under many
 * addresses is counted once, or all of it would be repetition. Learns from the first {@value
 * #MOST_PAGES} articles of a site and remembers a bounded number of lines, those seen last.
 * Confined to one thread.
 */
public final class SiteLearner {

  /** Fewest pages of a site that must hold a line. */
  private static final int LEAST_PAGES = 3;

  /** Smallest share of a site's pages that must hold a line. */
  private static final double LEAST_SHARE = 0.05;

  /** Shortest line that is learnt, in characters: "Pros" and "What we know" belong to articles. */
  private static final int SHORTEST = 40;

  /** Longest line that is learnt, in characters. */
  private static final int LONGEST = 1_500;

  /** Articles of a site that suffice to know it. */
  private static final int MOST_PAGES = 2_000;

  /** Bands in which copies are looked for: each shows nine of ten. */
  private static final int BANDS = 4;

  private final Map<Key, Count> lines;
  private final Map<String, Site> sites;

  private record Key(String site, String letters) {}

  private record Count(String text, int pages) {}

  private static final class Site {
    private int pages;
    private final Set<Long> bands = new HashSet<>();
  }

  /** Remembers 200,000 lines and 5,000 sites. */
  public SiteLearner() {
    this(200_000, 5_000);
  }

  SiteLearner(int mostLines, int mostSites) {
    lines = newest(mostLines);
    sites = newest(mostSites);
  }

  /** Learns from one more article; one without an address teaches nothing. */
  public void add(Article article) {
    String name = SiteMemory.site(article.url());
    if (name.isEmpty()) {
      return;
    }
    Site site = sites.computeIfAbsent(name, n -> new Site());
    if (site.pages >= MOST_PAGES || isCopy(article, site)) {
      return;
    }
    site.pages++;
    Set<Key> here = new HashSet<>();
    for (String line : article.text().split("\n\n")) {
      if (line.length() >= SHORTEST && line.length() <= LONGEST) {
        Key key = new Key(name, PlainText.letters(line));
        if (here.add(key)) {
          lines.merge(key, new Count(line, 1), (old, one) -> new Count(old.text, old.pages + 1));
        }
      }
    }
  }

  /** What was learnt so far, by site, the most frequent lines first. */
  public SiteMemory learnt() {
    return new SiteMemory(
        lines.entrySet().stream()
            .filter(entry -> sites.containsKey(entry.getKey().site))
            .map(
                entry ->
                    new SiteMemory.Line(
                        entry.getKey().site,
                        entry.getValue().text,
                        entry.getValue().pages,
                        sites.get(entry.getKey().site).pages))
            .filter(line -> line.pages() >= LEAST_PAGES)
            .filter(line -> line.pages() >= LEAST_SHARE * line.of())
            .sorted(
                Comparator.comparing(SiteMemory.Line::site)
                    .thenComparing(SiteMemory.Line::pages, Comparator.reverseOrder())
                    .thenComparing(SiteMemory.Line::text))
            .toList());
  }

  private static boolean isCopy(Article article, Site site) {
    Optional<Fingerprint> fingerprint = Fingerprint.of(article.text());
    boolean known = false;
    for (int i = 0; fingerprint.isPresent() && i < BANDS; i++) {
      known |= !site.bands.add(fingerprint.get().band(i));
    }
    return known;
  }

  private static <K, V> Map<K, V> newest(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
