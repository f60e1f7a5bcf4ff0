package io.chipwire.read;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline of a page that marks none and whose title only says what kind of document it
 * is, as exhibits of filings are. Stateless.
 */
final class BareHeadline {

  private static final Pattern KIND =
      Pattern.compile(
          "(?:untitled )?document|untitled|ex(?:hibit)?[-. ]{0,2}\\d{1,3}(?:\\.\\d{1,3})?[a-z]?",
          Pattern.CASE_INSENSITIVE);

  /** Above the headline stand labels, a letterhead and whom to ask. */
  private static final int MAX_BLOCKS = 20;

  private static final int LEAST_WORDS = 4;
  private static final int MIN_LENGTH = 20;
  private static final int MAX_LENGTH = 300;

  private static final Pattern CONTACT = Pattern.compile("@|\\d{3}[-. )]{1,2}\\d{3,4}");

  private BareHeadline() {}

  /** Whether a title names a kind of document and nothing else. */
  static boolean namesKindOnly(String title) {
    return KIND.matcher(title).matches();
  }

  /** The first line that may be a headline, if one comes before the text begins; or null. */
  static @Nullable String in(List<Block> blocks) {
    for (Block block : blocks.subList(0, Math.min(MAX_BLOCKS, blocks.size()))) {
      String text = block.text();
      if (block.kind() == Block.Kind.TABLE || block.endsSentence() && text.length() > MIN_LENGTH) {
        return null;
      }
      boolean line =
          text.length() >= MIN_LENGTH && text.length() <= MAX_LENGTH && block.linkDensity() == 0;
      if (line && text.split(" ").length >= LEAST_WORDS && !CONTACT.matcher(text).find()) {
        return text;
      }
    }
    return null;
  }
}
