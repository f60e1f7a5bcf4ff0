package io.chipwire.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chipwire.web.filing.FilingIndex;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filings of one company as EDGAR's data service has them, in JSON: a list for each field, the
 * latest filing first.
 */
final class Submissions {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** The service has a host beside that of the archive. */
  private static final String SERVICE = "data.";

  private Submissions() {}

  static LinkDocument read(WatchedSource source, FetchOutcome.Fetched document) throws IOException {
    JsonNode company = JSON.readTree(document.body());
    JsonNode recent = company.path("filings").path("recent");
    if (!recent.path("accessionNumber").isArray()) {
      throw new IOException("no list at filings.recent.accessionNumber");
    }
    long cik = company.path("cik").asLong(-1);
    Map<String, FurtherDocument> filings = new LinkedHashMap<>();
    for (int i = 0; i < recent.path("accessionNumber").size(); i++) {
      String accession = text(recent, "accessionNumber", i);
      String form = text(recent, "form", i);
      Optional<URI> index = index(document.uri(), cik, accession);
      if (index.flatMap(FilingIndex::accession).isPresent() && source.filings().has(form, cik)) {
        String title = company.path("name").asText("") + " (" + form + ")";
        Instant accepted = instant(text(recent, "acceptanceDateTime", i));
        filings.putIfAbsent(
            accession, FurtherDocument.filing(accession, index.get().toString(), title, accepted));
      }
    }
    return new LinkDocument(List.of(), List.copyOf(filings.values()));
  }

  private static String text(JsonNode recent, String field, int i) {
    return recent.path(field).path(i).asText("");
  }

  private static Optional<URI> index(URI service, long cik, String accession) {
    String host = service.getAuthority();
    String archive = host.startsWith(SERVICE) ? "www." + host.substring(SERVICE.length()) : host;
    return WebAddress.parse(
        "%s://%s/Archives/edgar/data/%d/%s/%s-index.htm"
            .formatted(service.getScheme(), archive, cik, accession.replace("-", ""), accession),
        null);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
