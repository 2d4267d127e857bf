package org.pris.platform.outbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the part of an aggregate that only a listener writes, by {@link Aggregates#project}. It is
 * created with revision 0 together with its document; a command's update leaves it alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface ListenerOwned {}
