package io.chipwire.read;

import io.chipwire.article.Article;
import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import io.chipwire.article.TextDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article on a page, or says why there is none. Never fetches anything, never throws for
 * what a page holds. Immutable; safe to share between threads.
 */
public final class PageReader {

  /** Longer ids of inputs are hashed: they become keys in an index, in state and in topics. */
  private static final int LONGEST_ID = 1_000;

  private final ReadLimits limits;
  private final SiteMemory sites;

  /** A reader with the default limits that knows no site. */
  public PageReader() {
    this(ReadLimits.DEFAULT, SiteMemory.NONE);
  }

  /** A reader with these limits that leaves out what these sites repeat. */
  public PageReader(ReadLimits limits, SiteMemory sites) {
    this.limits = limits;
    this.sites = sites;
  }

  /**
   * Reads a page. A page whose text came with it ({@link Page#document()}) is only normalised.
   *
   * @return the article or the rejection; a fault of ours is a rejection as {@code INTERNAL}
   */
  public Reading read(Page page) {
    try {
      TextDocument document = page.document();
      return document == null ? readHtml(page) : readText(page, document);
    } catch (RuntimeException | StackOverflowError fault) {
      return refused(page, RejectionReason.INTERNAL, "reading failed: " + fault, "");
    }
  }

  private Reading readHtml(Page page) {
    byte[] body = page.body();
    if (body == null || body.length == 0) {
      return refused(page, RejectionReason.EMPTY, "no bytes", "");
    }
    if (body.length > limits.maxBytes()) {
      return refused(
          page,
          RejectionReason.TOO_LARGE,
          "%d bytes, at most %d are read".formatted(body.length, limits.maxBytes()),
          "");
    }
    String html = PageDecoder.decode(body, page.charset());
    if (html == null) {
      return refused(page, RejectionReason.BINARY, "neither text nor HTML", "");
    }
    if (html.isBlank()) {
      return refused(page, RejectionReason.EMPTY, "nothing but white space", "");
    }
    Document parsed = Parser.htmlParser().setMaxDepth(limits.maxDepth()).parseInput(html, "");
    Declared declared = Declared.of(parsed, page.url());
    Outline outline = Outline.of(parsed.body(), limits.maxBlocks());
    PageMetadata metadata = PageMetadata.of(declared, outline).completedBy(page.announcement());
    BodyFinder found = BodyFinder.find(outline, metadata.title());
    List<Block> shown =
        new BodyTrimmer(outline, found.scores(), found.region(), metadata.title()).trimmed();
    DeclaredBody told = DeclaredBody.of(declared.linked(), limits);
    List<Block> blocks = sites.trim(metadata.url(), told == null ? shown : told.correct(shown));
    Verdict verdict = Verdict.against(declared, outline, metadata, found, blocks);
    if (verdict != null) {
      return refused(page, verdict.reason(), verdict.message(), html);
    }
    TextRenderer.Text text = TextRenderer.render(blocks);
    return new Reading.Accepted(
        new Article(
            identity(metadata.url(), page.id(), text.text()),
            page.source(),
            page.ordinal(),
            page.id(),
            metadata.url(),
            metadata.title(),
            metadata.byline(),
            metadata.publisher(),
            metadata.dating().published(),
            metadata.dating().offset(),
            metadata.dating().modified(),
            page.fetchedAt(),
            LanguageTeller.tell(metadata.languageTag(), text.text()),
            text.text(),
            text.tables(),
            metadata.flags()));
  }

  private static Reading readText(Page page, TextDocument document) {
    String text = PlainText.paragraphs(document.text());
    if (text.isEmpty()) {
      return refused(page, RejectionReason.EMPTY, "no text", "");
    }
    String url = CanonicalUrl.clean(page.url(), null);
    return new Reading.Accepted(
        new Article(
            identity(url, page.id(), text),
            page.source(),
            page.ordinal(),
            page.id(),
            url,
            document.title() == null ? null : PlainText.line(document.title()),
            null,
            document.publisher(),
            document.publishedAt(),
            null,
            null,
            page.fetchedAt(),
            document.language() != null ? document.language() : LanguageTeller.tell(null, text),
            text,
            List.of(),
            List.of()));
  }

  private static String identity(@Nullable String url, @Nullable String inputId, String text) {
    if (url != null) {
      return url;
    }
    if (inputId == null) {
      return "sha256:" + sha256(text);
    }
    return inputId.length() <= LONGEST_ID ? inputId : "sha256:" + sha256(inputId);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Reading refused(Page page, RejectionReason reason, String message, String input) {
    return new Reading.Refused(
        new Rejection(
            Rejection.Stage.READ, reason, page.source(), page.source() + ": " + message, input));
  }
}
