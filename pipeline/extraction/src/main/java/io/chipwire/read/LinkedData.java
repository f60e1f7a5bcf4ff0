package io.chipwire.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself in JSON-LD: all typed objects in it, nested ones included, and the
 * one that describes the article. Broken scripts are passed over. Immutable.
 */
final class LinkedData {

  /** Most objects that are kept from one page. */
  private static final int MAX_NODES = 2_000;

  /** Most persons or organisations that are looked at in one field. */
  private static final int MAX_NAMES = 64;

  /** What of a text is read, in characters. */
  private static final int MAX_TEXT = 4_000;

  /** Deepest nesting that is followed. */
  private static final int MAX_DEPTH = 24;

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private static final Set<String> ARTICLE_TYPES =
      Set.of(
          "article",
          "newsarticle",
          "reportagenewsarticle",
          "analysisnewsarticle",
          "backgroundnewsarticle",
          "opinionnewsarticle",
          "reviewnewsarticle",
          "advertisercontentarticle",
          "blogposting",
          "liveblogposting",
          "techarticle",
          "scholarlyarticle",
          "socialmediaposting",
          "discussionforumposting",
          "report",
          "medicalwebpage");

  private static final Set<String> LIVE_BLOG = Set.of("liveblogposting");

  private static final Set<String> PAGE_TYPES = Set.of("webpage", "itempage", "aboutpage");

  private final List<JsonNode> nodes;
  private final JsonNode article;

  private LinkedData(List<JsonNode> nodes, JsonNode article) {
    this.nodes = nodes;
    this.article = article;
  }

  /** Reads the scripts of a page. */
  static LinkedData of(List<Element> scripts) {
    List<JsonNode> nodes = new ArrayList<>();
    for (Element script : scripts) {
      try {
        collect(LENIENT.readTree(unwrapped(script.data())), nodes, 0);
      } catch (JsonProcessingException broken) {
        // A page's broken metadata is no reason to lose the page; others may tell the same.
        continue;
      }
    }
    return new LinkedData(List.copyOf(nodes), bestArticle(nodes));
  }

  /** The article's object, or a missing node. */
  JsonNode article() {
    return article;
  }

  /** The first object of one of these types (lower case), or a missing node. */
  JsonNode first(Set<String> types) {
    for (JsonNode node : nodes) {
      if (isOf(node, types)) {
        return node;
      }
    }
    return MissingNode.getInstance();
  }

  /** The object that describes the page itself, or a missing node. */
  JsonNode page() {
    return first(PAGE_TYPES);
  }

  /** Whether the object that describes the page has one of these types (lower case). */
  boolean has(Set<String> types) {
    return !first(types).isMissingNode();
  }

  /** The number of article objects; a list of articles has many. */
  long articles() {
    return nodes.stream().filter(node -> isOf(node, ARTICLE_TYPES)).count();
  }

  /** The text of a field: a string, or the first string of an array; null where there is none. */
  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isArray()) {
      value = value.path(0);
    }
    if (value.isObject()) {
      value = value.path("@value");
    }
    if (!value.isValueNode() || value.isNull()) {
      return null;
    }
    String text = line(value);
    return text.isEmpty() ? null : text;
  }

  /**
   * The names in a field that holds a person or organisation, a list of them, a reference to one,
   * or a bare name.
   */
  List<String> names(JsonNode node, String field) {
    JsonNode value = node.path(field);
    List<String> names = new ArrayList<>();
    int seen = 0;
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      JsonNode named = one.isObject() && !one.has("name") ? resolve(one) : one;
      String name = named.isTextual() ? line(named) : text(named, "name");
      if (name != null && !name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
      if (++seen >= MAX_NAMES) {
        break;
      }
    }
    return names;
  }

  private static String line(JsonNode value) {
    String text = value.asText();
    return Entities.line(text.substring(0, Math.min(text.length(), MAX_TEXT)));
  }

  /** The object that a reference {@code {"@id": …}} names, or the reference itself. */
  private JsonNode resolve(JsonNode reference) {
    String id = reference.path("@id").asText("");
    if (!id.isEmpty()) {
      for (JsonNode node : nodes) {
        if (node.has("name") && id.equals(node.path("@id").asText())) {
          return node;
        }
      }
    }
    return reference;
  }

  private static JsonNode bestArticle(List<JsonNode> nodes) {
    JsonNode best = MissingNode.getInstance();
    int bestScore = 0;
    for (JsonNode node : nodes) {
      if (isOf(node, ARTICLE_TYPES)) {
        int score =
            1
                // The posts of a live blog are articles too, inside it.
                + (isOf(node, LIVE_BLOG) ? 8 : 0)
                + (node.has("headline") ? 2 : 0)
                + (node.has("datePublished") ? 2 : 0)
                + (node.has("articleBody") ? 2 : 0)
                + (node.has("mainEntityOfPage") ? 1 : 0)
                + (node.has("author") ? 1 : 0);
        if (score > bestScore) {
          best = node;
          bestScore = score;
        }
      }
    }
    return best;
  }

  private static boolean isOf(JsonNode node, Set<String> types) {
    JsonNode type = node.path("@type");
    for (JsonNode one : type.isArray() ? type : List.of(type)) {
      String name = one.asText("").toLowerCase(Locale.ROOT);
      if (types.contains(name.substring(name.lastIndexOf('/') + 1))) {
        return true;
      }
    }
    return false;
  }

  private static void collect(JsonNode node, List<JsonNode> nodes, int depth) {
    if (depth > MAX_DEPTH || nodes.size() >= MAX_NODES) {
      return;
    }
    if (node.isObject() && (node.has("@type") || node.has("@id"))) {
      nodes.add(node);
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        collect(child, nodes, depth + 1);
      }
    }
  }

  private static String unwrapped(String script) {
    String json = script.strip();
    if (json.startsWith("<!--")) {
      json = json.substring(4, json.endsWith("-->") ? json.length() - 3 : json.length());
    }
    if (json.startsWith("//<![CDATA[") || json.startsWith("<![CDATA[")) {
      int end = json.lastIndexOf("]]>");
      json = json.substring(json.indexOf("CDATA[") + 6, end < 0 ? json.length() : end);
      json = json.endsWith("//") ? json.substring(0, json.length() - 2) : json;
    }
    return json.endsWith(";") ? json.substring(0, json.length() - 1) : json;
  }
}
