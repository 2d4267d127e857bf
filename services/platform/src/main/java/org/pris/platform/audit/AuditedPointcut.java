package org.pris.platform.audit;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Which methods {@link AuditAdvice} goes around. */
final class AuditedPointcut extends StaticMethodMatcherPointcut {

  AuditedPointcut() {
    setClassFilter(type -> type.getName().startsWith("org.pris."));
  }

  @Override
  public boolean matches(Method method, Class<?> type) {
    return AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)
        && mark(method, type) != null;
  }

  /** The method's own, else its class's. */
  static @Nullable Audited mark(Method method, Class<?> type) {
    var own = AnnotatedElementUtils.findMergedAnnotation(method, Audited.class);
    return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(type, Audited.class);
  }
}
