package io.chipwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a JDK and a Maven that only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path LAUNCHER = Path.of("../../chipwire").toAbsolutePath().normalize();

  @TempDir private Path temp;
  private Path house;
  private Path bin;

  /** What a run left. */
  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void buildAHouse() throws Exception {
    house = Files.createDirectories(temp.resolve("a house"));
    for (String folder : List.of("models/src", "connectors", "pipeline/app/src")) {
      Files.createDirectories(house.resolve(folder));
    }
    Files.copy(LAUNCHER, house.resolve("chipwire"));
    Files.writeString(house.resolve("pom.xml"), "<project/>");
    bin = Files.createDirectories(temp.resolve("bin"));
    script(
        bin.resolve("mvn"),
        "echo run >>'" + temp.resolve("mvn.log") + "'",
        "mkdir -p pipeline/app/target/lib",
        "echo jar >pipeline/app/target/chipwire-app.jar");
  }

  private Path jdk(String version) throws IOException {
    Path home = temp.resolve("jdk-" + version);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/java"), "printf '%s\\n' \"$@\"", "exit ${EXIT_CODE:-0}");
    script(home.resolve("bin/javac"), "exit 0");
    return home;
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Process start(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("CHIPWIRE_") || name.equals("JAVA_HOME"));
    builder.environment().put("PATH", bin + ":/usr/bin:/bin");
    builder.environment().putAll(environment);
    return builder.directory(temp.toFile()).start();
  }

  private static Ended end(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }

  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    return end(start(house.resolve("chipwire"), environment, arguments));
  }

  private long builds() throws IOException {
    Path log = temp.resolve("mvn.log");
    return Files.exists(log) ? Files.readAllLines(log).size() : 0;
  }

  @Test
  void buildsOnFirstUseOnly() throws Exception {
    Map<String, String> environment = Map.of("CHIPWIRE_JAVA", jdk("25.0.3").toString());
    Ended first = run(environment, "search", "two words");
    assertThat(first.err()).contains("building for the first time");
    assertThat(first.out()).endsWith("io.chipwire.app.Chipwire\nsearch\ntwo words\n");
    Ended second = run(environment, "--help");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceChangedButNotForATest() throws Exception {
    Map<String, String> environment = Map.of("CHIPWIRE_JAVA", jdk("25.0.3").toString());
    run(environment);
    Files.createDirectories(house.resolve("models/src/test"));
    Thread.sleep(20);
    run(environment);
    long before = builds();
    Files.writeString(house.resolve("models/src/test/ATest.java"), "class ATest {}");
    run(environment);
    assertThat(builds()).isEqualTo(before);
    Files.writeString(house.resolve("models/src/A.java"), "class A {}");
    assertThat(run(environment).err()).contains("sources changed; building");
    assertThat(builds()).isEqualTo(before + 1);
  }

  @Test
  void showsTheEndOfTheLogOfAFailedBuild() throws Exception {
    script(bin.resolve("mvn"), "echo 'Foo.java:[1,2] no such thing'", "exit 1");
    Ended ended = run(Map.of("CHIPWIRE_JAVA", jdk("21.0.1").toString()));
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .contains("  | Foo.java:[1,2] no such thing")
        .contains("the build failed");
    assertThat(house.resolve("pipeline/app/target/launcher.lock")).doesNotExist();
  }

  @Test
  void buildsOnceForTwoThatStartTogether() throws Exception {
    Files.writeString(bin.resolve("mvn"), Files.readString(bin.resolve("mvn")) + "sleep 1\n");
    Map<String, String> environment = Map.of("CHIPWIRE_JAVA", jdk("25.0.3").toString());
    Process one = start(house.resolve("chipwire"), environment, "a");
    Process two = start(house.resolve("chipwire"), environment, "b");
    assertThat(end(one).code()).isZero();
    assertThat(end(two).code()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void breaksTheLockOfAProcessThatDied() throws Exception {
    Path target = Files.createDirectories(house.resolve("pipeline/app/target"));
    Files.createSymbolicLink(target.resolve("launcher.lock"), Path.of("2147483646"));
    assertThat(run(Map.of("CHIPWIRE_JAVA", jdk("25.0.3").toString())).code()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void passesExitCodesThrough() throws Exception {
    String java = jdk("25.0.3").toString();
    assertThat(run(Map.of("CHIPWIRE_JAVA", java, "EXIT_CODE", "2")).code()).isEqualTo(2);
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("cw"), house.resolve("chipwire"));
    Ended ended = end(start(link, Map.of("CHIPWIRE_JAVA", jdk("25.0.3").toString()), "--help"));
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains(house.toRealPath() + "/pipeline/app/target/chipwire-app.jar:");
  }

  @Test
  void refusesAJavaThatIsTooOldOrNone() throws Exception {
    Ended old = run(Map.of("CHIPWIRE_JAVA", jdk("17.0.2").toString()));
    assertThat(old.code()).isEqualTo(3);
    assertThat(old.err()).contains("expected a JDK of version 21 or newer there, found version 17");
    Ended none = run(Map.of("CHIPWIRE_JAVA", "/nowhere"));
    assertThat(none.err()).contains("CHIPWIRE_JAVA=/nowhere").contains("found no Java");
  }

  @Test
  void takesANewerJavaThanThatOfThePath() throws Exception {
    Ended ended = run(Map.of("JAVA_HOME", jdk("24.0.1").toString()), "--help");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("--sun-misc-unsafe-memory-access=allow");
  }

  @Test
  void givesNewOptionsOnlyToAJavaThatKnowsThem() throws Exception {
    String old = run(Map.of("CHIPWIRE_JAVA", jdk("21.0.1").toString())).out();
    assertThat(old)
        .doesNotContain("sun-misc-unsafe")
        .contains("--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void setsTheOptionsOfTheBuild() throws Exception {
    String pom = Files.readString(LAUNCHER.resolveSibling("pom.xml"));
    String options = pom.replaceAll("(?s).*<jvm.options>(.*)</jvm.options>.*", "$1");
    assertThat(Files.readString(LAUNCHER)).contains(options.split(" "));
  }
}
