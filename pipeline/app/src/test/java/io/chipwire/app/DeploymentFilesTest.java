package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chipwire.app.config.RunConfig;
import io.chipwire.job.LiveOptions;
import io.chipwire.job.StateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the files under {@code docker} and the READMEs show is what this command line takes. */
class DeploymentFilesTest {

  private static final Path DOCKER = Path.of("../../docker");
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir Path folder;

  private static List<JsonNode> documents(String file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    YAML.readerFor(JsonNode.class)
        .<JsonNode>readValues(DOCKER.resolve(file).toFile())
        .forEachRemaining(documents::add);
    return documents;
  }

  private static JsonNode ofKind(List<JsonNode> documents, String kind) {
    return documents.stream()
        .filter(document -> document.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** Fails if a command or an option is not known. */
  private static void parse(List<String> arguments) {
    new CommandLine(new Chipwire(), new CommandFactory(Terminal.ofProcess()))
        .parseArgs(arguments.toArray(String[]::new));
  }

  @Test
  void theOperatorsManifestStartsTheJobThatIsThere() throws Exception {
    List<JsonNode> documents = documents("kubernetes/chipwire.yaml");
    Path config = folder.resolve("wire.yaml");
    Files.writeString(
        config, ofKind(documents, "ConfigMap").path("data").path("wire.yaml").asText());
    LiveOptions options = RunConfig.read(config, null, Map.of());
    JsonNode spec = ofKind(documents, "FlinkDeployment").path("spec");
    JsonNode job = spec.path("job");

    assertThat(options.state()).isEqualTo(StateStore.ROCKSDB);
    assertThat(job.path("parallelism").asInt()).isEqualTo(options.parallelism());
    assertThat(spec.path("taskManager").path("replicas").asInt() * 2)
        .isEqualTo(options.parallelism());
    assertThat(spec.path("flinkVersion").asText())
        .isEqualTo(
            "v"
                + EnvironmentInformation.getVersion()
                    .replaceFirst("\\.\\d+$", "")
                    .replace('.', '_'));
    assertThat(spec.path("flinkConfiguration").path("execution.checkpointing.dir").asText())
        .isEqualTo("file://" + options.index().resolve("run"));
    assertThat(Class.forName(job.path("entryClass").asText())).isEqualTo(ChipwireJob.class);
    parse(texts(job.path("args")));
    parse(texts(ofKind(documents, "Deployment").at("/spec/template/spec/containers/0/args")));
  }

  @Test
  void theComposeFileStartsCommandsThatAreThere() throws Exception {
    JsonNode services = documents("compose.yaml").getFirst().path("services");
    RunConfig.read(DOCKER.resolve("wire.yaml"), null, Map.of());

    parse(texts(services.path("search").path("command")));
    List<String> run = texts(services.path("run").path("entrypoint"));
    assertThat(run.getFirst()).isEqualTo("/opt/chipwire/entrypoint.sh");
    parse(run.subList(1, run.size()));
    List<String> backfill = new ArrayList<>(texts(services.path("backfill").path("entrypoint")));
    backfill.add("/articles");
    parse(backfill.subList(1, backfill.size()));
  }

  /** The first example of a page of ours. */
  @ParameterizedTest
  @ValueSource(strings = {"../../README.md", "README.md"})
  void theExamplesOfTheReadmesAreConfigurations(String page) throws Exception {
    String text = Files.readString(Path.of(page));
    int start = text.indexOf("```yaml\n") + "```yaml\n".length();
    Path config = folder.resolve("wire.yaml");
    Files.writeString(config, text.substring(start, text.indexOf("```", start)));

    assertThat(RunConfig.read(config, null, Map.of()).sources()).hasSizeGreaterThan(3);
  }
}
