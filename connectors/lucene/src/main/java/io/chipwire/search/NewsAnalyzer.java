package io.chipwire.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words of business English: possessives and accents off, lower case, light stemming. Numbers
 * ({@code 43.2}), model names ({@code gb200}) and tickers stay whole, and no word is dropped, so
 * that phrases match as written.
 */
final class NewsAnalyzer extends Analyzer {

  /** Longer tokens are cut; no word is that long. */
  private static final int MAX_TOKEN_LENGTH = 128;

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    StandardTokenizer tokens = new StandardTokenizer();
    tokens.setMaxTokenLength(MAX_TOKEN_LENGTH);
    TokenStream words = new EnglishPossessiveFilter(tokens);
    words = new LowerCaseFilter(words);
    words = new ASCIIFoldingFilter(words);
    words = new KStemFilter(words);
    return new TokenStreamComponents(tokens, words);
  }

  @Override
  protected TokenStream normalize(String fieldName, TokenStream in) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(in));
  }
}
