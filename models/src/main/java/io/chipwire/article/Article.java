package io.chipwire.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a reader would see it. Offsets in facts are UTF-16 code units into {@code text} or
 * {@code title}.
 *
 * @param id identity across captures: the canonical URL, else the id its input gave it, else a hash
 *     of the text; two pages with the same id are revisions of one article
 * @param source where it was found, see {@link Page#source()}
 * @param ordinal see {@link Page#ordinal()}
 * @param inputId the id that the input gave it, if any
 * @param url the canonical URL, if known
 * @param title the headline without the site's name, or null
 * @param byline who wrote it, as printed, without "By"
 * @param publisher the name of the outlet
 * @param publishedAt when it was published; null where the page does not say
 * @param publishedOffset how far the outlet's clock was from UTC then, such as {@code -07:00}; null
 *     for UTC or where the page does not say
 * @param modifiedAt when it was last changed; null where the page does not say
 * @param fetchedAt when it was fetched; null where unknown
 * @param language ISO 639-1 code, or null where it could not be told
 * @param text the title is not repeated; paragraphs, bullets and headings joined by {@code "\n\n"};
 *     a table row is a line, cells joined by {@code " | "}
 * @param tables the tables that {@code text} contains, in order
 * @param flags what else the page says about itself
 * @param copyOf id of the earlier article that this one is a near copy of, as far as the job knew
 *     that took it in; null for an original, and where nobody asked
 */
public record Article(
    String id,
    String source,
    long ordinal,
    @Nullable String inputId,
    @Nullable String url,
    @Nullable String title,
    @Nullable String byline,
    @Nullable String publisher,
    @Nullable Instant publishedAt,
    @Nullable String publishedOffset,
    @Nullable Instant modifiedAt,
    @Nullable Instant fetchedAt,
    @Nullable String language,
    String text,
    List<Table> tables,
    List<PageFlag> flags,
    @Nullable String copyOf) {

  /** Copies the lists. */
  public Article {
    tables = List.copyOf(tables);
    flags = List.copyOf(flags);
  }

  /** An article for itself: nobody has asked yet whether it is a copy. */
  public Article(
      String id,
      String source,
      long ordinal,
      @Nullable String inputId,
      @Nullable String url,
      @Nullable String title,
      @Nullable String byline,
      @Nullable String publisher,
      @Nullable Instant publishedAt,
      @Nullable String publishedOffset,
      @Nullable Instant modifiedAt,
      @Nullable Instant fetchedAt,
      @Nullable String language,
      String text,
      List<Table> tables,
      List<PageFlag> flags) {
    this(
        id,
        source,
        ordinal,
        inputId,
        url,
        title,
        byline,
        publisher,
        publishedAt,
        publishedOffset,
        modifiedAt,
        fetchedAt,
        language,
        text,
        tables,
        flags,
        null);
  }

  /** The same with another text and its tables. */
  public Article with(String otherText, List<Table> otherTables) {
    return new Article(
        id,
        source,
        ordinal,
        inputId,
        url,
        title,
        byline,
        publisher,
        publishedAt,
        publishedOffset,
        modifiedAt,
        fetchedAt,
        language,
        otherText,
        otherTables,
        flags,
        copyOf);
  }

  /** The same, known to be a near copy of another article. */
  public Article asCopyOf(@Nullable String originalId) {
    return new Article(
        id,
        source,
        ordinal,
        inputId,
        url,
        title,
        byline,
        publisher,
        publishedAt,
        publishedOffset,
        modifiedAt,
        fetchedAt,
        language,
        text,
        tables,
        flags,
        originalId);
  }

  /** The same without its date, which cannot be: it lies after the article was fetched. */
  public Article withoutFutureDate() {
    return with(null, null, PageFlag.FUTURE_DATE);
  }

  /** The same with one flag more. */
  public Article with(PageFlag flag) {
    return with(publishedAt, publishedOffset, flag);
  }

  private Article with(@Nullable Instant published, @Nullable String offset, PageFlag flag) {
    List<PageFlag> more = new ArrayList<>(flags);
    more.add(flag);
    return new Article(
        id,
        source,
        ordinal,
        inputId,
        url,
        title,
        byline,
        publisher,
        published,
        offset,
        modifiedAt,
        fetchedAt,
        language,
        text,
        tables,
        more,
        copyOf);
  }

  /** The day of publication by the outlet's clock, as readers saw it; null as publishedAt. */
  public @Nullable LocalDate publishedOn() {
    OffsetDateTime published = published();
    return published == null ? null : published.toLocalDate();
  }

  /** When it was published, by the outlet's clock; null as publishedAt. */
  public @Nullable OffsetDateTime published() {
    if (publishedAt == null) {
      return null;
    }
    return publishedAt.atOffset(
        publishedOffset == null ? ZoneOffset.UTC : ZoneOffset.of(publishedOffset));
  }
}
