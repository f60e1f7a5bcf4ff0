package io.chipwire.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chipwire.alert.Alert;
import io.chipwire.alert.MatchedFact;
import io.chipwire.alert.Message;
import io.chipwire.extraction.ExtractionJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A message as Slack's Block Kit. What comes from outside can neither mark up nor mention anybody:
 * {@code &}, {@code <} and {@code >} are escaped as Slack demands, and an invisible character
 * stands behind each {@code @}, since compatible servers read bare names, and before the address of
 * a Markdown link. Slack's limits hold: 50 blocks, 3,000 characters a section.
 *
 * <p><b>Decision: the marks of bold, italic, struck and code become characters that look like
 * them.</b> Slack has no escape for them, and which invisible neighbours keep its clients and the
 * compatible servers from pairing them is nowhere said. An underscore inside a word, as in names of
 * files, marks nothing up and stays.
 */
final class SlackBody {

  /** A block each, and one for what is left out. */
  private static final int ALERTS = 40;

  private static final int FACTS = 8;

  private static final int LONGEST_SECTION = 3_000;

  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_PIECE = 300;
  private static final int LONGEST_LINK = 1_000;
  private static final int LONGEST_ID = 255;

  private static final Pattern MARK =
      Pattern.compile("[*~`]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  private static final Map<String, String> LOOK_ALIKES =
      Map.of("*", "\u2217", "_", "\u02cd", "~", "\u223c", "`", "\u02cb");

  private SlackBody() {}

  static byte[] of(Message message) {
    int count = message.alerts().size();
    String name = text(message.subscription().name(), LONGEST_TITLE);
    List<Map<String, Object>> blocks = new ArrayList<>();
    for (Alert alert : message.alerts().subList(0, Math.min(ALERTS, count))) {
      Map<String, Object> block = section(alert(alert));
      block.put(
          "block_id",
          AlertText.cut(alert.id(), LONGEST_ID)); // readers of the body tell repetitions
      blocks.add(block);
    }
    String left = count > ALERTS ? (count - ALERTS) + " more alerts; " : "";
    blocks.add(section(left + "subscription *" + name + "*"));
    Map<String, Object> body = new LinkedHashMap<>();
    Alert first = message.alerts().getFirst();
    body.put(
        "text", // what notifications show, and servers without blocks
        "["
            + name
            + "] "
            + (count == 1 ? "" : count + " alerts: ")
            + text(AlertText.headline(first), LONGEST_TITLE));
    body.put("blocks", blocks);
    body.put("unfurl_links", false);
    try {
      return ExtractionJson.mapper().writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("message " + message.id(), e);
    }
  }

  private static Map<String, Object> section(String text) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", "section");
    block.put("text", Map.of("type", "mrkdwn", "text", text));
    return block;
  }

  /** As much of it as a section holds; never half an escape. */
  private static String alert(Alert alert) {
    StringBuilder section = new StringBuilder();
    String title = text(AlertText.headline(alert), LONGEST_TITLE);
    String url = AlertText.link(alert);
    String link = url == null ? "" : address(url);
    section.append(
        link.isEmpty() || link.length() > LONGEST_LINK
            ? "*" + title + "*"
            : "<" + link + "|" + title + ">");
    add(section, text(AlertText.origin(alert), LONGEST_PIECE), "\n");
    add(section, text(alert.sentence(), LONGEST_PIECE), "\n>");
    for (MatchedFact fact : alert.facts().subList(0, Math.min(FACTS, alert.facts().size()))) {
      add(section, text(fact.words(), LONGEST_PIECE), "\n• ");
    }
    add(section, text(AlertText.standing(alert), LONGEST_PIECE), "\n");
    return section.toString();
  }

  private static void add(StringBuilder section, String piece, String before) {
    if (!piece.isEmpty() && section.length() + before.length() + piece.length() < LONGEST_SECTION) {
      section.append(before).append(piece);
    }
  }

  private static String text(String raw, int longest) {
    return MARK.matcher(AlertText.cut(AlertText.line(raw), longest))
        .replaceAll(mark -> LOOK_ALIKES.getOrDefault(mark.group(), ""))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "@\u200b")
        .replace("](", "]\u200b(");
  }

  private static String address(String url) {
    return url.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C");
  }
}
