package io.chipwire.read;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The address under which a page wants to be known, without tracking parameters. Stateless. */
public final class CanonicalUrl {

  private static final int MAX_LENGTH = 2_048;

  private static final Pattern TRACKING =
      Pattern.compile(
          "(?:utm_|mc_|pk_|hsa_|at_|ns_|_hs|vero_|oly_|ga_|mtm_).*"
              + "|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|srsltid|wbraid|gbraid|cmpid|cmp|ref|ref_src|ref_url"
              + "|source|smid|sref|soc_src|soc_trk|guccounter|guce_referrer|guce_referrer_sig|xtor|spm|ocid|icid|partner|tpcc|taid|s_cid|ncid|__twitter_impression");

  private static final Set<String> HOME_PATHS =
      Set.of("", "/", "/index.html", "/index.php", "/home");

  private CanonicalUrl() {}

  /** The first declared address that holds water, or the one fetched from, or null. */
  static @Nullable String of(Declared declared) {
    String fetched = clean(declared.fetchedFrom(), null);
    for (String candidate : candidates(declared)) {
      String url = clean(candidate, fetched);
      if (url != null && !isHomeOfAnother(url, fetched)) {
        return url;
      }
    }
    return fetched;
  }

  private static List<@Nullable String> candidates(Declared declared) {
    List<@Nullable String> candidates = new ArrayList<>();
    for (Element link : declared.landmarks().canonicals()) {
      candidates.add(link.attr("href"));
    }
    candidates.add(declared.head().first("og:url"));
    var article = declared.linked().article();
    candidates.add(LinkedData.text(article, "mainEntityOfPage"));
    candidates.add(LinkedData.text(article.path("mainEntityOfPage"), "@id"));
    candidates.add(LinkedData.text(article, "url"));
    candidates.add(declared.head().first("twitter:url", "parsely-link"));
    return candidates;
  }

  /** An absolute http(s) address without fragment and tracking parameters, or null. */
  public static @Nullable String clean(@Nullable String raw, @Nullable String base) {
    if (raw == null || raw.isBlank() || raw.length() > MAX_LENGTH) {
      return null;
    }
    try {
      URI uri = new URI(raw.strip().replace(" ", "%20"));
      if (!uri.isAbsolute() && base != null) {
        uri = new URI(base).resolve(uri);
      }
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      String host = uri.getRawAuthority();
      if (host == null || host.isEmpty() || !scheme.equals("http") && !scheme.equals("https")) {
        return null;
      }
      String query = query(uri.getRawQuery());
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      return scheme
          + "://"
          + host.toLowerCase(Locale.ROOT)
          + path
          + (query.isEmpty() ? "" : "?" + query);
    } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  private static String query(@Nullable String raw) {
    if (raw == null) {
      return "";
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : raw.split("&", -1)) {
      String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
      if (!parameter.isEmpty() && !TRACKING.matcher(name).matches()) {
        kept.add(parameter);
      }
    }
    return String.join("&", kept);
  }

  /** Templates that declare the home page as every page's address. */
  private static boolean isHomeOfAnother(String url, @Nullable String fetched) {
    return fetched != null
        && HOME_PATHS.contains(String.valueOf(URI.create(url).getRawPath()))
        && URI.create(url).getRawQuery() == null
        && !HOME_PATHS.contains(String.valueOf(URI.create(fetched).getRawPath()));
  }
}
