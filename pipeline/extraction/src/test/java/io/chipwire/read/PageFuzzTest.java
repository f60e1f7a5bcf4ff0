package io.chipwire.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.chipwire.article.Page;
import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * Reads broken copies of our own pages, or of those in the folder that the system property {@code
 * chipwire.fuzz.pages} names. A failure names the page and the seed that break it.
 */
class PageFuzzTest {

  private static final int ROUNDS = Integer.getInteger("chipwire.fuzz.rounds", 20);

  /** Most processor time for a page; the clock on the wall tells of the machine's other work. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final PageReader reader = new PageReader();

  @Test
  void readsOrRefusesWhateverComesAndInventsNothing() {
    List<Page> pages = PageFiles.in(PageFiles.folder("chipwire.fuzz.pages"));
    SoftAssertions each = new SoftAssertions();
    int accepted = 0;
    for (int i = 0; i < pages.size(); i++) {
      for (int round = 0; round < ROUNDS; round++) {
        long seed = 1_000L * i + round;
        byte[] broken = broken(pages, i, new Random(seed));
        String name = "%s, seed %d".formatted(pages.get(i).source(), seed);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Reading reading = reader.read(PageFiles.page(name, broken));
        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        each.assertThat(Duration.ofNanos(after - before)).as(name).isLessThan(LONGEST);
        if (reading instanceof Reading.Accepted read) {
          accepted++;
          each.assertThat(letters(read.article().text()))
              .as("letters read from %s", name)
              .isLessThanOrEqualTo(lettersOn(broken));
        } else if (reading instanceof Reading.Refused refused) {
          Rejection why = refused.rejection();
          each.assertThat(why.reason()).as(why.message()).isNotEqualTo(RejectionReason.INTERNAL);
        }
      }
    }
    each.assertAll();
    assertThat(accepted).as("broken pages that still gave an article").isPositive();
  }

  private static byte[] broken(List<Page> pages, int index, Random random) {
    byte[] page = pages.get(index).body();
    byte[] other = pages.get(random.nextInt(pages.size())).body();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
      page = mutation.apply(page, other, random);
    }
    return page;
  }

  /** All letters that the page could have shown: its text, its scripts, what its tags declare. */
  private static long lettersOn(byte[] html) {
    Document page = Jsoup.parse(PageDecoder.decode(html, null));
    List<String> data = new ArrayList<>();
    for (Element script : page.getElementsByTag("script")) {
      data.add(script.data());
    }
    return letters(page.wholeText()) + data.stream().mapToLong(PageFuzzTest::letters).sum();
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetterOrDigit).count();
  }
}
