package org.pris.platform;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;

/**
 * What validation and Jackson complain of, as a field and an English sentence without the value.
 */
final class FieldProblems {

  private FieldProblems() {}

  static FieldProblem unreadable(JacksonException problem) {
    var field =
        problem.getPath().stream()
            .map(it ->
                it.getPropertyName() == null ? "[" + it.getIndex() + "]" : it.getPropertyName())
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    return switch (problem) {
      case InvalidTypeIdException unknown ->
          new FieldProblem(field.isEmpty() ? "action" : field, "unknown: " + unknown.getTypeId());
      case InvalidFormatException wrong -> new FieldProblem(field, expected(wrong.getTargetType()));
      default -> new FieldProblem(field, "cannot be read");
    };
  }

  static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "cannot be read";
    }
    return type.isEnum()
        ? "must be one of "
            + Stream.of(type.getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining(", "))
        : "must be a valid " + type.getSimpleName();
  }

  static String field(MessageSourceResolvable error) {
    return error instanceof FieldError field ? field.getField() : "";
  }

  static String message(MessageSourceResolvable error) {
    var message = error.getDefaultMessage();
    return message == null ? "is not valid" : message;
  }
}
