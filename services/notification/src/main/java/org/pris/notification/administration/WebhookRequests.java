package org.pris.notification.administration;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Severity;
import org.pris.notification.webhook.WebhookSettings;
import org.pris.platform.problem.BadRequest;
import tools.jackson.databind.JsonNode;

/** What may be said of an endpoint, at its creation and later. */
public final class WebhookRequests {

  private static final int LONGEST_URL = 2_048;
  private static final int LONGEST_DESCRIPTION = 200;
  private static final int MOST_EVENTS = 30;
  private static final int MOST_DEPARTMENTS = 110;

  private WebhookRequests() {}

  /**
   * A new endpoint.
   *
   * @param url https, to a public address
   * @param description for people: whose it is
   * @param events types ({@code case.qualified}, {@code case.*}, {@code *}); absent: {@code case.*}
   * @param departments absent or empty: all
   * @param minimumSeverity absent: all; what is not qualified yet always passes
   * @param exercise whether exercises are sent too; absent: no
   * @param paused whether it starts paused; absent: no
   */
  record NewWebhook(
      @NotBlank @Size(max = LONGEST_URL) String url,
      @NotBlank @Size(max = LONGEST_DESCRIPTION) String description,
      @Nullable @Size(min = 1, max = MOST_EVENTS)
          List<@NotNull @Pattern(regexp = WebhookSettings.PATTERN) @Size(max = 80) String> events,
      @Nullable @Size(max = MOST_DEPARTMENTS)
          List<@NotNull @Pattern(regexp = WebhookSettings.DEPARTMENT) String> departments,
      @Nullable Severity minimumSeverity,
      @Nullable Boolean exercise,
      @Nullable Boolean paused) {

    WebhookSettings settings() {
      return new WebhookSettings(
          url,
          description,
          requireNonNullElse(events, List.of("case.*")),
          requireNonNullElse(departments, List.of()),
          minimumSeverity,
          requireNonNullElse(exercise, false),
          requireNonNullElse(paused, false));
    }
  }

  /**
   * A change (RFC 7396): what is absent stays. Another {@code url} brings a new secret.
   *
   * @param minimumSeverity null removes it
   */
  public record ChangedWebhook(
      @Nullable @Size(min = 1, max = LONGEST_URL) String url,
      @Nullable @Size(min = 1, max = LONGEST_DESCRIPTION) String description,
      @Nullable @Size(min = 1, max = MOST_EVENTS)
          List<@NotNull @Pattern(regexp = WebhookSettings.PATTERN) @Size(max = 80) String> events,
      @Nullable @Size(max = MOST_DEPARTMENTS)
          List<@NotNull @Pattern(regexp = WebhookSettings.DEPARTMENT) String> departments,
      @Schema(implementation = Severity.class, nullable = true) @Nullable JsonNode minimumSeverity,
      @Nullable Boolean exercise,
      @Nullable Boolean paused) {

    public WebhookSettings on(WebhookSettings before) {
      return new WebhookSettings(
          requireNonNullElse(url, before.url()),
          requireNonNullElse(description, before.description()),
          requireNonNullElse(events, before.events()),
          requireNonNullElse(departments, before.departments()),
          minimumSeverity == null ? before.minimumSeverity() : severity(minimumSeverity),
          requireNonNullElse(exercise, before.exercise()),
          requireNonNullElse(paused, before.paused()));
    }
  }

  private static @Nullable Severity severity(JsonNode given) {
    if (given.isNull()) {
      return null;
    }
    return Arrays.stream(Severity.values())
        .filter(it -> given.isString() && it.name().equals(given.asString()))
        .findFirst()
        .orElseThrow(() ->
            new BadRequest("minimumSeverity", "must be one of " + List.of(Severity.values())));
  }
}
