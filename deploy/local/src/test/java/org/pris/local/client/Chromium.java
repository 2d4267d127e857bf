package org.pris.local.client;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the tests: {@code PRIS_CHROMIUM}, else a Chromium or Chrome on the PATH, else the
 * one that Playwright downloads for itself.
 */
final class Chromium {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--force-color-profile=srgb",
          "--font-render-hinting=none");

  private static final Browser BROWSER = launch();

  private Chromium() {}

  static Browser browser() {
    return BROWSER;
  }

  private static Browser launch() {
    var installed = installed();
    var options = new Playwright.CreateOptions();
    var launch = new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
    if (installed.isPresent()) {
      options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
      launch.setExecutablePath(installed.get());
    }
    var playwright = Playwright.create(options);
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright.chromium().launch(launch);
  }

  private static Optional<Path> installed() {
    var named = System.getenv("PRIS_CHROMIUM");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    var folders = System.getenv().getOrDefault("PATH", "").split(":", -1);
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
