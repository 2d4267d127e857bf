package org.pris.local.client;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything the API can be asked, from the documents that the services serve of themselves. */
public final class Operations {

  public static final List<String> SERVICES =
      List.of("intake", "triage", "remediation", "timeline", "notification", "web");

  private Operations() {}

  /** Each as {@code GET /api/cases/{id}}. */
  public static Set<String> all() {
    var all = new TreeSet<String>();
    for (var service : SERVICES) {
      var document = Account.of("responder1").get("/api-docs/" + service).expect(200).json();
      document
          .path("paths")
          .properties()
          .forEach(path ->
              path.getValue()
                  .propertyNames()
                  .forEach(method ->
                      all.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    }
    return all;
  }

  /** Those that only read, and come to an end. */
  public static Stream<String> reading() {
    return all().stream().filter(it -> it.startsWith("GET ") && !it.endsWith("/stream"));
  }
}
