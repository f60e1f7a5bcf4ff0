package io.chipwire.detect;

import io.chipwire.entity.Mention;
import io.chipwire.fact.Commitment;
import io.chipwire.fact.EntityType;
import io.chipwire.fact.Figure;
import io.chipwire.language.AnnotatedText;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the detector looks at: everything already read from an article.
 *
 * @param publishedOn the day of publication, null where unknown: what lies years back is no news
 * @param title its title; empty if it has none
 * @param text its text
 * @param titleMentions who is named in the title
 * @param textMentions who is named in the text
 * @param figures the extraction's figures
 * @param commitments the extraction's commitments
 */
public record ArticleFacts(
    @Nullable LocalDate publishedOn,
    AnnotatedText title,
    AnnotatedText text,
    List<Mention> titleMentions,
    List<Mention> textMentions,
    List<Figure> figures,
    List<Commitment> commitments) {

  /** What sort of entity an id is, or null if the article does not name it. */
  @Nullable EntityType type(@Nullable String id) {
    return Stream.concat(textMentions.stream(), titleMentions.stream())
        .filter(mention -> mention.id().equals(id))
        .map(Mention::type)
        .findFirst()
        .orElse(null);
  }
}
