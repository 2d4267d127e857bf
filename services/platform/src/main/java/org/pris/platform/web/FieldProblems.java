package org.pris.platform.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.platform.problem.FieldProblem;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What validation and Jackson complain of, as a field and an English sentence without the value.
 */
public final class FieldProblems {

  private FieldProblems() {}

  public static FieldProblem unreadable(JacksonException problem) {
    var field =
        problem.getPath().stream()
            .map(it ->
                it.getPropertyName() == null ? "[" + it.getIndex() + "]" : it.getPropertyName())
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    return switch (problem) {
      case InvalidTypeIdException unknown ->
          new FieldProblem(field.isEmpty() ? "action" : field, "unknown: " + unknown.getTypeId());
      case UnrecognizedPropertyException unknown ->
          new FieldProblem(field, unknown(known(unknown)));
      case InvalidFormatException wrong when wrong.getTargetType() == String.class ->
          new FieldProblem(field, "must not hold control characters");
      case InvalidFormatException wrong -> new FieldProblem(field, expected(wrong.getTargetType()));
      default -> new FieldProblem(field, "cannot be read");
    };
  }

  /** Of a property that nobody reads: most likely one of the known ones, mistyped. */
  public static String unknown(Stream<String> known) {
    return "is not known here; known are " + known.sorted().collect(Collectors.joining(", "));
  }

  private static Stream<String> known(UnrecognizedPropertyException unknown) {
    return unknown.getKnownPropertyIds() == null
        ? Stream.of()
        : unknown.getKnownPropertyIds().stream().map(String::valueOf);
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
    if (error instanceof FieldError field && field.isBindingFailure()) {
      return field.contains(TypeMismatchException.class)
          ? expected(wanted(field.unwrap(TypeMismatchException.class)))
          : "is not valid";
    }
    var message = error.getDefaultMessage();
    return message == null ? "is not valid" : message;
  }

  /** Of a list that which its elements should be, for that is told last. */
  private static @Nullable Class<?> wanted(TypeMismatchException problem) {
    Class<?> wanted = problem.getRequiredType();
    for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ConversionFailedException failed) {
        wanted = failed.getTargetType().getType();
      }
    }
    return wanted;
  }
}
