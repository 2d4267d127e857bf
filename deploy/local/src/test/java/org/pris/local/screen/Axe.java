package org.pris.local.screen;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.pris.local.process.Folders;

/** The rules of accessibility, in a page that is looked at. */
final class Axe {

  private static final String SCRIPT = "services/web/ui/node_modules/axe-core/axe.min.js";

  /** WCAG 2.2 A and AA, and what axe calls good practice. */
  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document)).violations.flatMap((rule) =>
        rule.nodes.map((node) => rule.id + ": " + node.target.join(" ") + " "
          + node.failureSummary.replaceAll("\\n", " ")))
      """;

  private Axe() {}

  /** Whatever it opens from now on. */
  static void into(Page page) {
    try {
      page.addInitScript(Files.readString(Folders.thisProject().resolve(SCRIPT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) {
    return (List<String>) page.evaluate(VIOLATIONS);
  }
}
