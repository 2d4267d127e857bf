package org.pris.platform.problem;

/**
 * What is wrong with one field.
 *
 * @param field its path in the body, or the parameter's name
 * @param message English, without the value
 */
public record FieldProblem(String field, String message) {}
