package org.pris.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what names a person, reaches one, or is free text. What is marked never reaches the health
 * agency, never stands in a log, and can be redacted. A contract test fails on an unmarked text
 * that is not a code, an id or a reference.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Personal {}
