package io.chipwire.read;

import io.chipwire.article.RejectionReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was found on a page is an article.
 *
 * @param reason why not
 * @param message what was found and what was expected, for people
 */
record Verdict(RejectionReason reason, String message) {

  /** Least text of an article, in characters of Latin text. */
  private static final int LEAST = 140;

  /** The reason to refuse the page, or null. */
  static @Nullable Verdict against(
      Declared declared,
      Outline outline,
      PageMetadata metadata,
      BodyFinder found,
      List<Block> body) {
    int length = 0;
    int prose = 0;
    boolean paywalled = false;
    for (Block block : body) {
      length += block.length();
      prose += PageShape.isProse(block) ? block.length() : 0;
    }
    for (Block block : outline.blocks()) {
      paywalled |= Phrases.isPaywall(block.text());
    }
    String title = metadata.title() == null ? declared.page().title() : metadata.title();
    if (length < 1_500 && Phrases.isError(title)) {
      return new Verdict(
          RejectionReason.ERROR_PAGE, "title \"%s\" is that of an error page".formatted(title));
    }
    if (paywalled && length < 700) {
      return new Verdict(
          RejectionReason.PAYWALL_STUB,
          "%d characters before a demand to subscribe".formatted(length));
    }
    if (prose < LEAST) {
      boolean listing = outline.blocks().stream().filter(b -> b.links() > 0).count() > 30;
      return listing
          ? new Verdict(
              RejectionReason.LISTING, "%d characters of text among links".formatted(prose))
          : new Verdict(
              RejectionReason.NO_ARTICLE,
              "%d characters of text, at least %d expected".formatted(prose, LEAST));
    }
    PageShape shape = PageShape.of(declared, outline, metadata, found, body);
    if (shape.isListing()) {
      return new Verdict(
          RejectionReason.LISTING,
          "lists other pages rather than telling something itself (%s)"
              .formatted(shape.evidence()));
    }
    return null;
  }
}
