package io.chipwire.lexicon;

import java.util.List;
import java.util.Optional;

/**
 * A name found in text.
 *
 * @param start where it starts: a UTF-16 offset, or the index of a token, as was asked
 * @param end where it ends, exclusive; a possessive {@code 's} is left out, a legal form ({@code
 *     Inc.}) is taken in
 * @param candidates its possible readings, never empty; the sure ones first, then by type
 */
public record Match(int start, int end, List<Candidate> candidates) {

  /** Copies the list. */
  public Match {
    candidates = List.copyOf(candidates);
  }

  /** The entry it means beyond doubt: the only sure reading; else empty. */
  public Optional<Entry> sure() {
    List<Candidate> sure = candidates.stream().filter(Candidate::sure).toList();
    return sure.size() == 1 ? Optional.of(sure.get(0).entry()) : Optional.empty();
  }
}
