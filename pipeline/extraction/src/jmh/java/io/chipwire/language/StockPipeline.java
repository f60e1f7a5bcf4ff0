package io.chipwire.language;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.Properties;

/**
 * The peer: CoreNLP's own pipeline with its default models and settings, on one thread.
 *
 * <p>Needs the whole models archive, which only the benchmark has on its class path.
 */
public final class StockPipeline {

  private final StanfordCoreNLP pipeline;

  /** Loads the models, about 2 GB of heap. */
  public StockPipeline() {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse");
    pipeline = new StanfordCoreNLP(properties);
  }

  /** Annotates a text; returns what holds the annotations. */
  public Object annotate(String text) {
    CoreDocument document = new CoreDocument(text);
    pipeline.annotate(document);
    return document;
  }

  /** How many tokens the shared tokeniser sees in a text: the same count for both sides. */
  public static int tokens(String text) {
    return Language.shared().sentences(text).stream()
        .mapToInt(sentence -> sentence.tokens().size())
        .sum();
  }
}
