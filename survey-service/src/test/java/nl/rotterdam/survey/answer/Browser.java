// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, without a window; where there is none, tests are skipped loudly. */
public final class Browser implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
  }

  /** Starts Chromium, from the system property or variable CHROMIUM or where Debian has it. */
  public static Browser start() {
    Path executable =
        Path.of(
            Optional.ofNullable(System.getProperty("CHROMIUM"))
                .or(() -> Optional.ofNullable(System.getenv("CHROMIUM")))
                .orElse("/usr/bin/chromium"));
    boolean present = Files.isExecutable(executable);
    String missing =
        "SKIPPED: the pages were not tried in a browser, since there is no Chromium at "
            + executable
            + "; install it, or set CHROMIUM to where it is";
    if (!present) {
      System.err.println(missing);
    }
    Assumptions.assumeTrue(present, missing);
    return new Browser(executable);
  }

  /** The browser itself. */
  public com.microsoft.playwright.Browser chromium() {
    return chromium;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
