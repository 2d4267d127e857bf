package org.pris.local.client;

/** An endpoint that things are done to: nobody answers there, and nothing goes there. */
public record DeadEndpoint(String id) {

  private static final String URL = "http://127.0.0.1:9/dead";

  public static final String BODY =
      "{\"url\": \"" + URL + "\", \"description\": \"x\", \"departments\": [\"2A\"]}";

  public static DeadEndpoint made() {
    var made = Account.of("admin1").post("/api/webhooks", BODY).expect(201).json();
    return new DeadEndpoint(made.path("id").asString());
  }

  public void remove() {
    Account.of("admin1").call("DELETE", "/api/webhooks/" + id, null).expect(204);
  }

  /** Also those that somebody else has made of the same body. */
  public static void removeAll() {
    for (var left : Account.of("admin1").get("/api/webhooks").expect(200).items()) {
      if (left.path("url").asString().equals(URL)) {
        new DeadEndpoint(left.path("id").asString()).remove();
      }
    }
  }
}
