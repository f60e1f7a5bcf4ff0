package io.chipwire.detect;

import io.chipwire.detect.SignalRules.Cue;
import io.chipwire.entity.Mention;
import io.chipwire.fact.EntityType;
import io.chipwire.language.AnnotatedText;
import io.chipwire.language.Sentence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Signals that rest on wordings alone: a shortage, a launch, a ban, a takeover. */
final class CueEvidence {

  private static final double STRENGTH = 0.55;

  private final SignalRules rules;

  CueEvidence(SignalRules rules) {
    this.rules = rules;
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
      if (!inTitle && passages.isBoilerplate(sentence)) {
        continue;
      }
      List<String> words =
          sentence.tokens().stream().map(t -> t.text().toLowerCase(Locale.ROOT)).toList();
      List<Mention> here =
          mentions.stream().filter(mention -> mention.sentence() == sentence.index()).toList();
      for (Cue cue : rules.cues()) {
        for (int from = 0; from < words.size(); from++) {
          int end = cue.phrase().endAt(words, from);
          if (end >= 0) {
            add(cue, from, end, sentence, inTitle, here, passages, drafts);
            break;
          }
        }
      }
    }
  }

  private static void add(
      Cue cue,
      int from,
      int end,
      Sentence sentence,
      boolean inTitle,
      List<Mention> here,
      Passages passages,
      List<SignalDraft> drafts) {
    @Nullable Mention subject =
        switch (cue.subject()) {
          case BEFORE -> nearest(here, from, end, true, EntityType.COMPANY);
          case AFTER -> nearest(here, from, end, false, EntityType.COMPANY);
          case NONE -> null;
        };
    if (subject == null && cue.subject() != SignalRules.SubjectSide.NONE) {
      return;
    }
    Mention product = nearest(here, from, end, false, EntityType.PRODUCT);
    drafts.add(
        new SignalDraft(
            cue.kind(),
            subject == null ? null : subject.id(),
            product == null ? null : product.id(),
            cue.direction(),
            passages.span(sentence),
            inTitle,
            passages.words(sentence, inTitle),
            -1,
            -1,
            STRENGTH));
  }

  private static @Nullable Mention nearest(
      List<Mention> here, int from, int end, boolean before, EntityType type) {
    Mention best = null;
    for (Mention mention : here) {
      if (mention.type() != type) {
        continue;
      }
      if (before ? mention.end() <= from : mention.first() >= from) {
        best = before || best == null ? mention : best;
      }
    }
    if (best == null && before) {
      return nearest(here, from, end, false, type);
    }
    return best;
  }
}
