package io.chipwire.read;

import io.chipwire.article.Announcement;
import io.chipwire.article.PageFlag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page says about its article, from what it declares and, failing that, shows. */
record PageMetadata(
    @Nullable String url,
    @Nullable String title,
    @Nullable String byline,
    @Nullable String publisher,
    Dating dating,
    @Nullable String languageTag,
    List<PageFlag> flags) {

  static PageMetadata of(Declared declared, Outline outline) {
    String url = CanonicalUrl.of(declared);
    String publisher = Outlet.of(declared, outline, url);
    String title = Headline.of(declared, outline, publisher);
    return new PageMetadata(
        url,
        title,
        Byline.of(declared),
        publisher,
        Dating.of(declared, outline, title, url),
        declared.languageTag(),
        PageFlags.of(declared));
  }

  /** The same with what was said elsewhere in the place of what the page does not say. */
  PageMetadata completedBy(@Nullable Announcement said) {
    if (said == null) {
      return this;
    }
    Dating told =
        dating.published() == null && said.publishedAt() != null
            ? new Dating(said.publishedAt(), null, dating.modified())
            : dating;
    String line = said.title() == null ? "" : PlainText.line(said.title());
    return new PageMetadata(
        url,
        title == null && !line.isEmpty() ? line : title,
        byline,
        publisher,
        told,
        languageTag,
        flags);
  }
}
