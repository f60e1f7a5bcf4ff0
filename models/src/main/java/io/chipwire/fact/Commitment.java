package io.chipwire.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody binds itself to buy, supply, invest, lend, lease or build.
 *
 * @param start offset of the sentence that says so
 * @param end offset behind it
 * @param obligors ids of those who owe it; several for a joint amount
 * @param counterparty id of the one it is owed to, or null
 * @param amount how much, or null where none is given
 * @param term over what time, as said ("5 years", "through 2030"), or null
 * @param object id of a product, or a short noun phrase in lower case, or null
 * @param inTitle whether the offsets are into the title
 * @param confidence from 0 to 1: about the share that is right of those alike, in articles marked
 *     by hand
 */
public record Commitment(
    int start,
    int end,
    CommitmentKind kind,
    List<String> obligors,
    @Nullable String counterparty,
    @Nullable Amount amount,
    @Nullable String term,
    @Nullable String object,
    CommitmentStatus status,
    boolean inTitle,
    double confidence) {

  /** Copies the list. */
  public Commitment {
    obligors = List.copyOf(obligors);
  }
}
