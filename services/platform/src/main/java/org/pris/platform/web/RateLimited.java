package org.pris.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Not more often than {@code pris.limits.rates} says; who asks more is answered 429. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimited {

  /** Whose requests are counted together. */
  enum By {
    PERSON,
    /** all who belong to it, so that many accounts of one are not many limits */
    ESTABLISHMENT,
    /** who is not signed in yet */
    ADDRESS
  }

  /** The name of the rates; methods with the same one share what they allow. */
  String value();

  /** Counts only requests that give this parameter. */
  String when() default "";
}
