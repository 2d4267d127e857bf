package org.pris.local.receiver;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** What arrived, for a person: newest first. */
final class ReceiverPage {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM HH:mm:ss").withZone(ZoneId.of("Europe/Paris"));

  private ReceiverPage() {}

  static String of(ReceivedLog received) {
    var rows = received.newest().stream().map(ReceiverPage::row).collect(Collectors.joining());
    var hint =
        received.secret("").isEmpty()
            ? "<p>No secret yet: nothing can be verified. <code>deploy/local/start --demo</code>"
                + " makes an endpoint and brings its secret here.</p>"
            : "";
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="refresh" content="3">
    <title>Received by the agency</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem;
      padding: 0 1rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%%; }
    th, td { text-align: left; padding: .35rem .8rem .35rem 0; vertical-align: top;
      border-bottom: 1px solid color-mix(in srgb, currentColor 18%%, transparent); }
    td { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .wrong { color: #c02626; font-weight: 600; }
    pre { margin: .5rem 0; white-space: pre-wrap; max-width: 60rem; }
    </style>
    </head>
    <body>
    <h1>Received by the agency</h1>
    <p>%d deliveries, %d with a wrong signature. The same as JSON: <a
    href="/received">/received</a>.</p>
    %s
    <div class="scroll" tabindex="0">
    <table>
    <thead><tr><th>At</th><th>Case</th><th>No.</th><th>Type</th><th>Signature</th><th>Answered
    </th><th>Body</th></tr></thead>
    <tbody>
    %s
    </tbody>
    </table>
    </div>
    </body>
    </html>
    """
        .formatted(received.count(), received.wrong(), hint, rows);
  }

  private static String row(Receipt it) {
    return """
    <tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td>
    <td><details><summary>show</summary><pre>%s</pre></details></td></tr>
    """
        .formatted(
            TIME.format(it.at()),
            escaped(it.reference()),
            escaped(it.sequence()),
            escaped(it.type()),
            it.signed() ? "right" : "<span class=\"wrong\">wrong</span>",
            it.answered(),
            escaped(it.body().toPrettyString()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
