package io.chipwire.read;

import io.chipwire.table.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cues from an element's class, id, role and data-* names. One per page: it remembers the
 * names it has seen, and pages repeat theirs hundreds of times. Not thread-safe.
 */
final class NameCues {

  private static final Map<String, Integer> WORDS = words();

  private static final Set<String> FIRST_OF_SEVERAL =
      WORDS.keySet().stream()
          .filter(words -> words.indexOf(' ') > 0)
          .map(words -> words.substring(0, words.indexOf(' ')))
          .collect(Collectors.toUnmodifiableSet());

  /** A word behind one of these names what the element may contain or lacks. */
  private static final Set<String> CONTAINS =
      Set.of(
          "has", "with", "no", "not", "without", "show", "hide", "is", "in", "for", "js", "enable");

  private static final String[] ATTRIBUTES = {
    "class", "id", "role", "data-testid", "data-component"
  };

  /** Longest name that is read. */
  private static final int MAX_NAME = 400;

  private final Map<String, Integer> seen = new HashMap<>();

  /** The set of cues, as bits of {@link Cue}. */
  int of(Element element) {
    int cues = 0;
    if (element.attributesSize() > 0) {
      Attributes attributes = element.attributes();
      for (String attribute : ATTRIBUTES) {
        String name = attributes.get(attribute);
        int named = name.isEmpty() ? 0 : seen.computeIfAbsent(name, NameCues::read);
        cues |= named != 0 && attribute.equals("id") && isAnchor(element, name) ? 0 : named;
      }
    }
    return cues;
  }

  /**
   * Whether an id of two words or more repeats the heading in the element, to be linked to: it
   * tells what the section is about.
   */
  private static boolean isAnchor(Element element, String id) {
    List<String> words = words(id);
    Element heading = words.size() < 2 ? null : heading(element);
    if (heading == null) {
      return false;
    }
    String text = ShortText.of(heading);
    return !Phrases.opensForeignSection(text)
        && Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .containsAll(words);
  }

  /** The element if it is a heading, or the heading it begins with, or null. */
  private static @Nullable Element heading(Element element) {
    Element at = element;
    for (int down = 0; at != null && down < 4; down++, at = at.firstElementChild()) {
      if (at.normalName().matches("h[1-6]")) {
        return at;
      }
    }
    return null;
  }

  private static int read(String names) {
    List<String> each = split(names.substring(0, Math.min(names.length(), MAX_NAME)));
    int cues = 0;
    for (String name : each) {
      // Blog software writes a post's tags and categories into its class.
      boolean ofPost = each.size() > 5 && (name.startsWith("tag-") || name.startsWith("category-"));
      cues |= ofPost ? 0 : readOne(name);
    }
    return cues;
  }

  private static List<String> split(String names) {
    List<String> each = new ArrayList<>(8);
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      if (i == names.length() || PlainText.isSpace(names.charAt(i))) {
        if (i > start || start == 0) {
          each.add(names.substring(start, i));
        }
        start = i + 1;
      }
    }
    return each;
  }

  private static int readOne(String name) {
    List<String> words = words(name);
    int cues = 0;
    String before = "";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!CONTAINS.contains(before)) {
        cues |= WORDS.getOrDefault(word, 0);
        if (i > 0 && FIRST_OF_SEVERAL.contains(before)) {
          cues |= WORDS.getOrDefault(before + " " + word, 0);
        }
        if (i > 1 && FIRST_OF_SEVERAL.contains(words.get(i - 2))) {
          cues |= WORDS.getOrDefault(words.get(i - 2) + " " + before + " " + word, 0);
        }
      }
      before = word;
    }
    return cues;
  }

  /** "authorBio_2" → author, bio. Words with digits inside are hashes, not words. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      boolean wordPart = Character.isLetterOrDigit(c);
      boolean capital =
          i > start && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
      if (!wordPart || capital) {
        addWord(name, start, i, words);
        start = capital ? i : i + 1;
      }
    }
    return words;
  }

  private static void addWord(String name, int start, int end, List<String> words) {
    int last = end;
    while (last > start && Character.isDigit(name.charAt(last - 1))) {
      last--;
    }
    for (int i = start; i < last; i++) {
      if (Character.isDigit(name.charAt(i))) {
        return;
      }
    }
    if (last > start) {
      words.add(name.substring(start, last).toLowerCase(Locale.ROOT));
    }
  }

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    for (Rows.Row row : Rows.of(NameCues.class, "names.tsv")) {
      int bit = Cue.named(row.cell(0)).bit();
      for (String word : row.cells().subList(1, row.cells().size())) {
        words.merge(word, bit, (a, b) -> a | b);
      }
    }
    return Map.copyOf(words);
  }
}
