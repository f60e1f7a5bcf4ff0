package io.chipwire.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;

/**
 * Keeps the last few commits, so that a searcher of another process that has just read the newest
 * commit's name can still open it, and a page of results can be continued.
 */
final class RecentCommits extends IndexDeletionPolicy {

  private final int kept;

  RecentCommits(int kept) {
    this.kept = kept;
  }

  @Override
  public void onInit(List<? extends IndexCommit> commits) throws IOException {
    onCommit(commits);
  }

  @Override
  public void onCommit(List<? extends IndexCommit> commits) throws IOException {
    for (int i = 0; i < commits.size() - kept; i++) {
      commits.get(i).delete();
    }
  }
}
