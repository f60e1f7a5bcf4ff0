package io.chipwire.read;

import io.chipwire.article.Page;
import java.util.List;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reads all pages of a folder once an operation, on one thread. The peers are given the page as a
 * string, decoded before the clock runs; {@link PageReader} starts from the bytes, and also tells
 * the metadata, the tables and the language.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Threads(1)
@Fork(2)
@Warmup(iterations = 3, time = 8)
@Measurement(iterations = 4, time = 8)
public class PageReadingBenchmark {

  /** Names the folder with the pages; our own, if it is not set. */
  static final String FOLDER = "benchmark.pages";

  private static final String UNKNOWN_ADDRESS = "https://page.example/";

  private List<Page> pages = List.of();
  private List<String> decoded = List.of();

  /** The pages in a folder that can be decoded at all. */
  static List<Page> pages() {
    return PageFiles.in(PageFiles.folder(FOLDER)).stream()
        .filter(page -> PageDecoder.decode(page.body(), null) != null)
        .toList();
  }

  /** Loads and decodes the pages. */
  @Setup
  public void load() {
    pages = pages();
    decoded = pages.stream().map(page -> PageDecoder.decode(page.body(), null)).toList();
  }

  /** Ours: from bytes to an article, or to a reason why there is none. */
  @Benchmark
  public void chipwire(Blackhole sink) {
    PageReader reader = new PageReader();
    for (Page page : pages) {
      sink.consume(reader.read(page));
    }
  }

  /** Readability4J: from a string to the article's text. */
  @Benchmark
  public void readability4j(Blackhole sink) {
    for (String page : decoded) {
      sink.consume(new Readability4J(UNKNOWN_ADDRESS, page).parse().getTextContent());
    }
  }

  /** Jsoup: from a string to the page's whole text. */
  @Benchmark
  public void jsoupText(Blackhole sink) {
    for (String page : decoded) {
      sink.consume(Jsoup.parse(page).body().text());
    }
  }
}
