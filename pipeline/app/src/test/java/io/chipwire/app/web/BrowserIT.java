package io.chipwire.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.chipwire.alert.Alert;
import io.chipwire.alert.Attempt;
import io.chipwire.alert.Subscription;
import io.chipwire.search.ArticleIndex;
import io.chipwire.search.IndexFolder;
import io.chipwire.store.AlertStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages in the Chromium of this system. Without one these tests fail where {@code CI} is set,
 * and are left out elsewhere.
 */
class BrowserIT {

  private static final List<Path> CHROMIUMS =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  /** Root needs the first; the others keep the browser from asking its maker for updates. */
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private static @Nullable ArticleIndex index;
  private static @Nullable SearchServer server;
  private static @Nullable AlertStore store;
  private static Subscription subscription;
  private static Alert alert;
  private static @Nullable Playwright playwright;
  private static @Nullable Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private final List<String> hosts = new ArrayList<>();
  private @Nullable BrowserContext context;
  private Page page;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Path chromium = CHROMIUMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (System.getenv("CI") == null) {
      assumeThat(chromium).as("no Chromium in any of %s", CHROMIUMS).isNotNull();
    }
    assertThat(chromium).as("a Chromium in one of %s", CHROMIUMS).isNotNull();
    IndexFolder at = new IndexFolder(folder.resolve("index"));
    SampleIndex.write(at);
    index = ArticleIndex.open(at, Clock.systemUTC());
    store = SampleAlerts.store(folder);
    server = SearchServer.start(index, SampleAlerts.served(store), null, "127.0.0.1", 0, List.of());
    subscription = SampleAlerts.subscription(store, "Amazon's budget", "amazon metric:capex");
    alert = SampleAlerts.file(store, index, subscription, 1);
    SampleAlerts.deliver(store, Attempt.Outcome.DEAD, "HTTP 500");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(QUIET));
  }

  @AfterAll
  static void stop() throws Exception {
    if (playwright != null) {
      playwright.close();
    }
    if (server != null) {
      server.close();
      index.close();
    }
  }

  @BeforeEach
  void open() {
    page = page(new Browser.NewContextOptions());
  }

  @AfterEach
  void nobodyComplained() {
    context.close();
    assertThat(complaints).as("what the console says").isEmpty();
    assertThat(Set.copyOf(hosts)).as("hosts asked").containsOnly("127.0.0.1");
  }

  private Page page(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = browser.newContext(options.setBaseURL(server.url()));
    context.setDefaultTimeout(10_000);
    context.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    context.onWebError(error -> complaints.add(error.error()));
    context.onRequest(request -> hosts.add(URI.create(request.url()).getHost()));
    return context.newPage();
  }

  @Test
  void searchesNarrowsAndOpensAnArticle() {
    page.navigate("/");
    page.locator("#q").fill("metric:capex value:>150B");
    page.locator("#q").press("Enter");
    assertThat(page.locator(".summary")).containsText("2 articles");
    assertThat(page).hasURL(server.url() + "?q=metric%3Acapex%20value%3A%3E150B&order=relevance");

    page.locator(".facets a", new Page.LocatorOptions().setHasText("2026-03")).click();
    assertThat(page.locator(".hit")).hasCount(1);
    page.locator(".hit h2 a").click();
    assertThat(page.locator("h1")).hasText("Amazon's budget, part 3");
    Locator figure = page.locator(".reading p .figure[data-reading]");
    figure.hover();
    assertThat(
            figure.evaluate("element => getComputedStyle(element, '::after').content").toString())
        .contains("$210B · capex · Amazon · 2026 · guidance");
  }

  @Test
  void drawsASeriesAndTellsTheSameInATable() {
    page.navigate("/series?q=metric:capex");
    Locator chart = page.locator("canvas");
    assertThat(chart).isVisible();
    assertThat(chart).hasAttribute("aria-label", "capex · Amazon, 2025 to 2026");
    Object drawn =
        chart.evaluate(
            """
            canvas => canvas.getContext("2d")
                .getImageData(0, 0, canvas.width, canvas.height).data.some(byte => byte > 0)
            """);
    assertThat(drawn).isEqualTo(true);
    assertThat(page.locator("tbody tr")).hasCount(3);
    assertThat(page.locator("tbody tr.best").first())
        .containsText("Amazon will spend $125 billion on sites");

    page.locator("#asOf").fill("2026-02-28");
    page.locator("#asOf").press("Enter");
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("canvas")).isVisible();
  }

  @Test
  void showsTheLedgerAndWhereSourcesDiffer() {
    page.navigate("/?q=micron");
    page.locator(".tabs a", new Page.LocatorOptions().setHasText("Ledger")).click();
    assertThat(page.locator("tbody tr")).containsText("Micron has agreed to invest $100 billion");
    assertThat(page.locator(".totals")).containsText("$100B");

    page.navigate("/conflicts?q=amazon");
    assertThat(page.locator("h2")).containsText("capex · Amazon · 2026");
    assertThat(page.locator(".relation")).hasText("revises");
    page.locator("tbody a").first().click();
    assertThat(page.locator("h1")).hasText("Amazon's budget, part 2");
  }

  @Test
  void downloadsWhatItFound() throws Exception {
    page.navigate("/series?q=metric:capex+value:>150B");
    Download file =
        page.waitForDownload(
            () -> page.locator(".tools a", new Page.LocatorOptions().setHasText("CSV")).click());

    assertThat(file.suggestedFilename()).isEqualTo("figures.csv");
    assertThat(Files.readString(file.path()))
        .startsWith("text,low,high,unit,bound,per,metric,subject,product,period,")
        .contains("$200 billion\",200000000000,200000000000,USD,exact,,capex,amazon,,2026")
        .doesNotContain("$125 billion");
  }

  @Test
  void tellsHowToWatchASearch() {
    page.navigate("/?q=amazon%27s+metric:capex");
    page.locator(".watch summary").click();
    assertThat(page.locator(".watch pre"))
        .hasText("chipwire watch add NAME 'amazon'\\''s metric:capex'");
  }

  @Test
  void obeysTheKeyboard() {
    page.navigate("/?q=amazon");
    page.keyboard().press("j");
    assertThat(page.locator(".hit h2 a").nth(0)).isFocused();
    page.keyboard().press("j");
    assertThat(page.locator(".hit h2 a").nth(1)).isFocused();
    page.keyboard().press("k");
    assertThat(page.locator(".hit h2 a").nth(0)).isFocused();
    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
  }

  @Test
  void suggestsHowAQueryCouldGoOn() {
    page.navigate("/");
    Locator field = page.locator("#q");
    Locator options = page.locator("#suggestions [role=option]");
    field.pressSequentially("amaz");
    assertThat(options).hasText(new String[] {"company:amazon 3"});
    field.press("Escape");
    assertThat(options).hasCount(0);

    field.fill("");
    field.pressSequentially("-rumor metric:cap");
    assertThat(options).hasText(new String[] {"metric:capex", "metric:capacity"});
    field.press("ArrowDown");
    assertThat(field).hasAttribute("aria-activedescendant", "suggestions-0");
    field.press("Enter");
    assertThat(field).hasValue("-rumor metric:capex ");
    assertThat(options).hasCount(0);
    field.press("Enter");
    assertThat(page.locator(".hit")).hasCount(3);

    field.fill("");
    field.pressSequentially("metr");
    options.first().click();
    assertThat(field).hasValue("metric:");
    assertThat(field).isFocused();
    assertThat(page.getByRole(AriaRole.LISTBOX)).isVisible();
  }

  @Test
  void canBeReadWithoutScripts() {
    page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate("/");
    page.locator("#q").fill("metric:capex");
    page.locator("#q").press("Enter");
    assertThat(page.locator(".hit")).hasCount(3);
    page.navigate("/series?q=metric:capex");
    assertThat(page.locator("canvas")).isHidden();
    assertThat(page.locator("tbody tr")).hasCount(3);
  }

  @Test
  void fillsAnInboxWhileItIsLookedAt() throws Exception {
    page.navigate("/alerts/new");
    page.locator("#name").fill("Micron & more");
    page.locator("#q").fill("micron komitment:investment");
    assertThat(page.locator("#checked .place mark")).hasText("komitment:investment");
    assertThat(page.locator("#q")).hasAttribute("aria-invalid", "true");
    page.locator("#q").fill("micron");
    assertThat(page.locator("#checked")).hasText("1 article in the index now.");
    page.locator("[name=target]").first().fill("https://hooks.example/T/hush");
    page.getByText("Create").click();
    assertThat(page.locator(".secret pre")).containsText("whsec_");
    assertThat(page.locator("#live")).hasText("live");
    assertThat(page.locator("#inbox li")).hasCount(0);

    Subscription made = store.subscriptions().find("ann", "Micron & more").orElseThrow();
    page.evaluate("window.sameAsBefore = true");
    Alert news = SampleAlerts.file(store, index, made, 4);
    assertThat(page.locator("#inbox li")).hasCount(1);
    assertThat(page.locator("#told")).hasText("1");
    assertThat(page.locator("#news")).hasText("New alert: Micron to build");
    assertThat(page.evaluate("window.sameAsBefore")).as("not loaded anew").isEqualTo(true);

    SampleAlerts.deliver(store, Attempt.Outcome.DEAD, "HTTP 500");
    page.locator("#inbox h3 a").click();
    assertThat(page.locator("blockquote b")).hasText("Micron");
    assertThat(page.locator(".stacked tbody")).containsText("Micron");
    assertThat(page.locator(".verdict")).containsText("Told");
    assertThat(page.locator(".delivery")).containsText("given up after 1 attempt");
    page.getByText("Send again").click();
    assertThat(page.locator(".delivery")).containsText("waiting");
    assertThat(store.alertDeliveries().of(news.id()).getFirst().state().label())
        .isEqualTo("waiting");

    page.getByText("Mute", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".card h1 .tag")).containsText("muted until");
    page.getByText("Resume").click();
    assertThat(page.locator(".card h1 .tag")).hasText("on");
    page.getByText("Delete …").click();
    page.getByText("Delete it").click();
    assertThat(page.locator("h1")).hasText("Alerts");
    assertThat(page.locator(".watches tbody tr")).hasCount(1);
  }

  @Test
  void drawsWhatASubscriptionWouldHaveTold() {
    page.navigate("/alerts/backtest?id=" + subscription.id());
    assertThat(page.locator(".summary")).containsText("3 articles match, 3 alerts");
    assertThat(page.locator("canvas")).isVisible();
    page.locator(".weeks summary").click();
    assertThat(page.locator(".weeks tbody tr")).hasCount(9);
    assertThat(page.locator(".inbox h3").first()).hasText("Amazon's budget, part 3");
  }

  @Test
  void managesSubscriptionsWithoutScripts() {
    page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate("/alerts/new?q=metrik:capex");
    page.locator("#name").fill("by hand");
    page.getByText("Create").click();
    assertThat(page.locator(".problem .place mark")).hasText("metrik:capex");
    assertThat(complaints).hasSize(1).first().asString().contains("400 (Bad Request)");
    complaints.clear();
    page.locator("#q").fill("metric:capex");
    page.getByText("Create").click();
    assertThat(page.locator(".card h1")).containsText("by hand");
    page.getByText("Pause").click();
    assertThat(page.locator(".card h1 .tag")).hasText("paused");
    page.getByText("Edit").click();
    page.locator("#name").fill("by mouse");
    page.getByText("Save").click();
    assertThat(page.locator(".card h1")).containsText("by mouse");
    store.subscriptions().remove(store.subscriptions().find("ann", "by mouse").orElseThrow().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?q=amazon",
        "/series?q=metric:capex",
        "/ledger?q=micron",
        "/conflicts?q=amazon",
        "/article?id=https%3A%2F%2Fnews.example%2F1",
        "/alerts?held=true",
        "/alerts/new",
        "/alerts/login",
        "/alerts/subscription?id=SUBSCRIPTION",
        "/alerts/edit?id=SUBSCRIPTION",
        "/alerts/backtest?id=SUBSCRIPTION",
        "/alerts/alert?id=ALERT"
      })
  void keepsNobodyOut(String address) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page =
          page(
              new Browser.NewContextOptions()
                  .setBypassCSP(true) // the checker is a script of its own
                  .setColorScheme(scheme)
                  .setViewportSize(400, 800));
      page.navigate(
          address.replace("SUBSCRIPTION", subscription.id()).replace("ALERT", alert.id()));
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(400);
      AxeBuilder checker = new AxeBuilder(page);
      if (scheme == ColorScheme.DARK) {
        // What the page is made of does not change with its colours.
        checker.withRules(List.of("color-contrast"));
      }
      assertThat(serious(checker)).as("%s, %s", address, scheme).isEmpty();
    }
  }

  /** What keeps people out. */
  private static List<String> serious(AxeBuilder checker) {
    return checker.analyze().getViolations().stream()
        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
        .map(Rule::toString)
        .toList();
  }
}
