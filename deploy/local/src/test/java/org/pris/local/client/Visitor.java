package org.pris.local.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.pris.local.client.Wording.fr;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person's browser of their own, signed in through Keycloak's page. */
public final class Visitor implements AutoCloseable {

  /** How large, and how bright. */
  public enum Device {
    PHONE(360, 780, ColorScheme.LIGHT),
    WIDE(1440, 900, ColorScheme.LIGHT),
    DARK(1440, 900, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Device(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }
  }

  private static final double PATIENCE = 60_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  private final BrowserContext context;

  private final Page page;

  private final List<String> wrong = new ArrayList<>();

  private Visitor(Device device) {
    context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(device.width, device.height)
                    .setColorScheme(device.scheme)
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                    .setLocale("fr-FR")
                    .setTimezoneId("Europe/Paris"));
    context.setDefaultTimeout(PATIENCE);
    context.setDefaultNavigationTimeout(PATIENCE);
    page = context.newPage();
    page.onPageError(wrong::add);
    page.onConsoleMessage(it -> {
      if (it.type().equals("error") && !it.text().contains("Failed to load resource")) {
        wrong.add(it.text());
      }
    });
  }

  public static Visitor signedIn(String username, Device device, String path) {
    var visitor = new Visitor(device);
    visitor.open(path);
    visitor.page.locator("#username").fill(username);
    visitor.page.locator("#password").fill("pris-demo");
    visitor.page.locator("#kc-login").click();
    visitor.page.waitForURL(it -> it.startsWith(EndToEnd.stack().urls().web()));
    visitor.main().waitFor();
    return visitor;
  }

  public Visitor open(String path) {
    page.navigate(EndToEnd.stack().urls().web() + path);
    return this;
  }

  public Page page() {
    return page;
  }

  public Locator main() {
    return page.locator("main");
  }

  /** The card of a case on the board. */
  public Locator card(TheCase theCase) {
    return page.locator("[data-card='" + theCase.id() + "']");
  }

  /** What the board says of itself: {@code live}, or {@code broken}. */
  public Locator live(String live) {
    return page.locator("[data-live='" + live + "']");
  }

  public Locator column(String status) {
    return page.locator("[data-column='" + status + "']");
  }

  public Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  /** Opens the dialog of an action from the board: a letter on the card. */
  public Locator act(TheCase theCase, String letter) {
    card(theCase).focus();
    page.keyboard().press(letter);
    dialog().waitFor();
    return dialog();
  }

  /** Sends the dialog that is open, and waits until it has gone. */
  public void send(String words) {
    button(dialog(), words).click();
    assertThat(dialog()).isHidden();
  }

  public static Locator button(Locator in, String name) {
    return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  /** One of the answers to a question, by the question's words and its own. */
  public static Locator answer(Locator in, String question, String answer) {
    var named = new Locator.GetByRoleOptions().setName(question);
    return in.getByRole(AriaRole.GROUP, named)
        .or(in.getByRole(AriaRole.RADIOGROUP, named))
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(withHint(answer)));
  }

  /** By itself, or with a sentence that explains it. */
  private static Pattern withHint(String answer) {
    // the browser reads it, and knows no \\Q
    var literal = answer.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    return Pattern.compile("^" + literal + "(\\. .*)?$");
  }

  /** What the page said was wrong with it. */
  public List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** What every page answers to a question of this name in the form of a declaration. */
  public void choose(String question, String answer) {
    answer(main(), fr(question), fr(answer)).click();
  }

  @Override
  public void close() {
    context.cookies().forEach(it -> Canary.cookie(it.value));
    context.close();
  }
}
