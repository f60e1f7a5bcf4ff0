package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chipwire.app.web.SampleIndex;
import io.chipwire.search.IndexFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

  @TempDir private Path folder;
  private String index;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    index = folder.resolve("index").toString();
    file = folder.resolve("rows");
    SampleIndex.write(new IndexFolder(Path.of(index)));
  }

  @Test
  void writesFiguresAsCsvWithTheirSentences() throws IOException {
    Run run = export("metric:capex value:>150B");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("2 figures in " + file + "\n");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .isEqualTo(
            "text,low,high,unit,bound,per,metric,subject,product,period,direction,basis,status,"
                + "confidence,sentence,publishedAt,publisher,title,url");
    assertThat(lines.get(1))
        .isEqualTo(
            "\"$200 billion\",200000000000,200000000000,USD,exact,,capex,amazon,,2026,,,guidance,0.9,"
                + "\"Amazon will spend $200 billion on sites for <img src=x onerror=alert(1)> in 2026,"
                + " it said.\",2026-02-15T00:00:00Z,\"Example News\",\"Amazon's budget, part 2\","
                + "https://news.example/2");
  }

  @Test
  void writesCommitmentsAsNdjson() throws IOException {
    Run run = export("obligor:micron", "--of", "commitments", "--format", "ndjson");

    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1);
    JsonNode row = new JsonMapper().readTree(lines.get(0));
    assertThat(row.at("/obligors/0").asText()).isEqualTo("micron");
    assertThat(row.at("/amount/low").asLong()).isEqualTo(100_000_000_000L);
    assertThat(row.path("sentence").asText()).startsWith("Micron has agreed to invest");
    assertThat(row.path("url").asText()).isEqualTo("https://news.example/4");
  }

  @Test
  void writesWholeArticles() throws IOException {
    export("*", "--of", "articles", "--format", "ndjson");

    assertThat(Files.readAllLines(file))
        .hasSize(4)
        .anySatisfy(line -> assertThat(line).contains("\"commitments\":[{"));
  }

  private Run export(String query, String... options) {
    String[] all = new String[options.length + 6];
    System.arraycopy(
        new String[] {"export", "--index", index, "--to", file.toString(), query}, 0, all, 0, 6);
    System.arraycopy(options, 0, all, 6, options.length);
    return Run.of(all);
  }
}
