package io.chipwire.detect;

import io.chipwire.detect.SignalRules.Behind;
import io.chipwire.detect.SignalRules.Cue;
import io.chipwire.detect.SignalRules.Whose;
import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Parse;
import io.chipwire.language.Sentence;
import io.chipwire.signal.SignalKind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signals that rest on wordings alone: a shortage, a launch, a ban, a takeover. */
final class CueEvidence {

  private static final double STRENGTH = 0.55;
  private static final int COMPANY_WITHIN = 5;
  private static final int PRODUCT_WITHIN = 8;
  private static final int NEGATED_WITHIN = 3;
  private static final Set<SignalKind> OF_A_PRODUCT =
      EnumSet.of(SignalKind.PRODUCT, SignalKind.ADOPTION, SignalKind.PRICING, SignalKind.SUPPLY);

  private final SignalRules rules;
  private final Actors actors;

  CueEvidence(SignalRules rules, Actors actors) {
    this.rules = rules;
    this.actors = actors;
  }

  void collect(ArticleFacts facts, Passages passages, List<SignalDraft> drafts) {
    collect(facts.title(), true, facts.titleMentions(), passages, drafts);
    collect(facts.text(), false, facts.textMentions(), passages, drafts);
  }

  private void collect(
      AnnotatedText text,
      boolean inTitle,
      List<Mention> mentions,
      Passages passages,
      List<SignalDraft> drafts) {
    for (Sentence sentence : text.sentences()) {
      if (!inTitle && passages.isQuiet(sentence)) {
        continue;
      }
      List<String> words =
          sentence.tokens().stream().map(t -> t.text().toLowerCase(Locale.ROOT)).toList();
      List<Mention> here = null;
      for (Cue cue : rules.cues()) {
        for (int from = 0; from < words.size(); from++) {
          int end = cue.phrase().endAt(words, from);
          if (end < 0 || isNegated(words, from)) {
            continue;
          }
          if (here == null) {
            here =
                mentions.stream()
                    .filter(mention -> mention.sentence() == sentence.index())
                    .sorted(Comparator.comparingInt(Mention::first))
                    .toList();
          }
          if (isPartOfAName(here, from) || isPartOfAName(here, end - 1)) {
            continue;
          }
          add(cue, from, end, text, sentence, inTitle, mentions, here, passages, drafts);
        }
      }
    }
  }

  /** "is not sold out", "denied that it would launch", "the end of the price war". */
  private boolean isNegated(List<String> words, int from) {
    for (int i = Math.max(0, from - NEGATED_WITHIN); i < from; i++) {
      if (rules.is("negation", words.get(i))) {
        return true;
      }
    }
    return rules.isDenied(words, from);
  }

  /** "Capacity Blocks" block nothing. */
  private static boolean isPartOfAName(List<Mention> here, int token) {
    return here.stream()
        .anyMatch(
            m ->
                m.byName()
                    && m.end() - m.first() > 1
                    && m.first() <= token
                    && token < m.end()
                    && token > m.first());
  }

  private void add(
      Cue cue,
      int from,
      int end,
      AnnotatedText text,
      Sentence sentence,
      boolean inTitle,
      List<Mention> mentions,
      List<Mention> here,
      Passages passages,
      List<SignalDraft> drafts) {
    if (!stands(cue.behind(), here, end)) {
      return;
    }
    Mention product = OF_A_PRODUCT.contains(cue.kind()) ? Actors.product(here, from) : null;
    String subject = subject(cue, from, end, text, sentence, mentions, here, product);
    boolean markets =
        cue.whose() == Whose.MARKET || (cue.whose() == Whose.ANY && tellsOfChips(sentence));
    if (subject == null && !markets) {
      return;
    }
    drafts.add(
        new SignalDraft(
            cue.kind(),
            subject,
            product == null ? null : product.id(),
            cue.direction(),
            passages.span(sentence),
            inTitle,
            passages.words(sentence, inTitle),
            -1,
            -1,
            STRENGTH));
  }

  private boolean tellsOfChips(Sentence sentence) {
    return sentence.tokens().stream()
        .anyMatch(token -> rules.relevance(token.text().toLowerCase(Locale.ROOT)) > 0);
  }

  private @Nullable String subject(
      Cue cue,
      int from,
      int end,
      AnnotatedText text,
      Sentence sentence,
      List<Mention> mentions,
      List<Mention> here,
      @Nullable Mention product) {
    if (cue.whose() == Whose.MARKET) {
      return null;
    }
    if (cue.whose() == Whose.OBJECT) {
      return actors.object(cue.kind(), sentence, here, end);
    }
    if (cue.whose() == Whose.OTHER) {
      String object = actors.object(cue.kind(), sentence, here, end);
      return object != null && object.equals(actor(cue, from, end, text, sentence, mentions, here))
          ? null
          : object;
    }
    if (cue.whose() == Whose.OWNER && product != null) {
      String owner = actors.owner(product.id());
      if (owner != null) {
        return owner;
      }
    }
    return actor(cue, from, end, text, sentence, mentions, here);
  }

  private @Nullable String actor(
      Cue cue,
      int from,
      int end,
      AnnotatedText text,
      Sentence sentence,
      List<Mention> mentions,
      List<Mention> here) {
    Parse parse = text.parse(sentence);
    String actor =
        here.isEmpty() ? null : actors.actor(cue.kind(), parse, sentence, here, from, end);
    boolean nobody = here.stream().noneMatch(mention -> actors.canAct(cue.kind(), mention));
    return actor == null && nobody && cue.whose() != Whose.ANY
        ? actors.spokenOf(cue.kind(), mentions, text.sentences(), sentence)
        : actor;
  }

  private static boolean stands(Behind behind, List<Mention> here, int end) {
    return switch (behind) {
      case NOTHING -> true;
      case COMPANY ->
          here.stream()
              .anyMatch(
                  m ->
                      m.type() == EntityType.COMPANY
                          && m.byName()
                          && m.first() >= end
                          && m.first() - end <= COMPANY_WITHIN);
      case PRODUCT ->
          here.stream()
              .anyMatch(
                  m ->
                      m.type() == EntityType.PRODUCT
                          && m.end() > end - 1
                          && m.first() - end <= PRODUCT_WITHIN);
    };
  }
}
