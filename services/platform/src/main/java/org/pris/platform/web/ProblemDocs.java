package org.pris.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.platform.problem.FieldProblem;
import org.pris.platform.problem.Reason;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of every operation, once, how it answers when it does not do what was asked. */
final class ProblemDocs implements OpenApiCustomizer {

  /** An {@code instance} is the path that was asked for. */
  private static final String REFERENCE = "uri-reference";

  /**
   * RFC 9457. Which of the last five are there follows from {@code type}.
   *
   * @param type {@code urn:pris:problem:} and its name
   * @param errors what is wrong with the request, field by field
   * @param reasons every rule that refuses, by code
   * @param currentVersion where the version sent is an old one
   * @param retryAfter seconds, as the header says it
   * @param emergencyNumber whom to call in place of waiting
   */
  record Problem(
      @Schema(format = REFERENCE) URI type,
      String title,
      int status,
      @Nullable String detail,
      @Schema(format = REFERENCE) @Nullable URI instance,
      @Nullable List<FieldProblem> errors,
      @Nullable List<Reason> reasons,
      @Nullable Long currentVersion,
      @Nullable Long retryAfter,
      @Nullable String emergencyNumber) {}

  @Override
  public void customise(OpenAPI document) {
    ModelConverters.getInstance(true)
        .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
        .referencedSchemas
        .forEach(document.getComponents()::addSchemas);
    document.getPaths().values().stream()
        .flatMap(it -> it.readOperations().stream())
        .forEach(ProblemDocs::describe);
  }

  private static void describe(Operation operation) {
    var problem =
        new MediaType()
            .schema(
                new io.swagger.v3.oas.models.media.Schema<>().$ref("#/components/schemas/Problem"));
    var content =
        new Content()
            .addMediaType(
                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem);
    operation
        .getResponses()
        .addApiResponse("4XX", new ApiResponse().description("Refused").content(content))
        .addApiResponse("503", new ApiResponse().description("Not now").content(content));
  }
}
