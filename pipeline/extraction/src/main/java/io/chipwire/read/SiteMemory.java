package io.chipwire.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines that sites repeat on many of their pages, such as disclaimers and invitations, and that
 * are no part of any article. Learnt by a {@link SiteLearner} before the pages are read, so that
 * what is read of a page does not depend on the pages before it. Immutable; safe to share between
 * threads.
 */
public final class SiteMemory implements Serializable {

  private static final long serialVersionUID = 1;

  /** Knows nothing. */
  public static final SiteMemory NONE = new SiteMemory(List.of());

  /** Share of a page's text that has to be left; a page that is all repetition is kept. */
  private static final double LEFT = 0.5;

  /**
   * A line that a site repeats.
   *
   * @param site host of the site, lower case, without {@code www.}
   * @param text the line as it stood on the first page
   * @param pages pages that hold it
   * @param of pages of the site that were seen
   */
  public record Line(String site, String text, int pages, int of) implements Serializable {}

  private final List<Line> lines;
  private final HashMap<String, HashSet<String>> bySite = new HashMap<>();

  /** Knows these lines. */
  SiteMemory(List<Line> lines) {
    this.lines = List.copyOf(lines);
    for (Line line : lines) {
      bySite.computeIfAbsent(line.site(), s -> new HashSet<>()).add(PlainText.letters(line.text()));
    }
  }

  /** What is known, site by site. */
  public List<Line> lines() {
    return lines;
  }

  /** How many sites it knows. */
  public int sites() {
    return bySite.size();
  }

  /** The blocks of a page without the lines that its site repeats. */
  List<Block> trim(@Nullable String url, List<Block> blocks) {
    Set<String> known = bySite.getOrDefault(site(url), new HashSet<>());
    if (known.isEmpty()) {
      return blocks;
    }
    List<Block> left =
        blocks.stream().filter(block -> !known.contains(PlainText.letters(block.text()))).toList();
    return length(left) < LEFT * length(blocks) ? blocks : left;
  }

  /**
   * Reads what {@link #write} wrote; lines may have been taken out of the file since.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if a line is not one of a site memory, with its number
   */
  public static SiteMemory read(Path file) throws IOException {
    JsonMapper json = new JsonMapper();
    List<Line> lines = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      int number = 0;
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        number++;
        if (!row.isBlank()) {
          lines.add(line(json, row, file + ":" + number));
        }
      }
    }
    return new SiteMemory(lines);
  }

  private static Line line(JsonMapper json, String row, String place) {
    JsonNode node;
    try {
      node = json.readTree(row);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s: no JSON: %s".formatted(place, e.getOriginalMessage()), e);
    }
    if (!node.path("site").isTextual() || !node.path("text").isTextual()) {
      throw new IllegalArgumentException(
          "%s: expected {\"site\": …, \"text\": …, \"pages\": …, \"of\": …}, was %.80s"
              .formatted(place, row));
    }
    return new Line(
        node.path("site").textValue(),
        node.path("text").textValue(),
        node.path("pages").asInt(),
        node.path("of").asInt());
  }

  /** Writes it as JSON Lines, one a repeated line, for eyes as well. */
  public void write(Path file) throws IOException {
    JsonMapper json = new JsonMapper();
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Line line : lines) {
        ObjectNode node =
            json.createObjectNode()
                .put("site", line.site())
                .put("text", line.text())
                .put("pages", line.pages())
                .put("of", line.of());
        out.write(json.writeValueAsString(node));
        out.write('\n');
      }
    }
  }

  /** The site of an address; empty if it has none. */
  static String site(@Nullable String url) {
    String host = null;
    try {
      host = url == null ? null : URI.create(url).getHost();
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
    return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  private static long length(List<Block> blocks) {
    return blocks.stream().mapToLong(Block::length).sum();
  }
}
