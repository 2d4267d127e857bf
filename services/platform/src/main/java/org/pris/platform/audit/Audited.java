package org.pris.platform.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requests that show something of the case that their path variable {@code id} names, or change it:
 * each leaves an {@link AuditRecord} before it is answered. On a class for all of its requests.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {

  /** What is shown or changed, as a code: {@code case}, {@code tasks}, {@code timeline}. */
  String value();

  /**
   * Whether administrators act here: each change is recorded before it is tried, for no event tells
   * of it, and what they read only where it is of a case.
   */
  boolean administration() default false;
}
