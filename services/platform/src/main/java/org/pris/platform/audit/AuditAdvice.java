package org.pris.platform.audit;

import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.pris.platform.NotFound;
import org.pris.platform.audit.AuditRecord.Outcome;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;

/**
 * Around the guards of a request that is {@link Audited}: what it shows leaves only once it is
 * recorded. A record that cannot be written fails the request (503), which then showed nothing.
 */
final class AuditAdvice implements MethodInterceptor {

  private final ObjectProvider<Recorder> recorder;

  /**
   * @param recorder asked for with the first request: an advice is made before other beans
   */
  AuditAdvice(ObjectProvider<Recorder> recorder) {
    this.recorder = recorder;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    var what =
        AuditedRequests.mark(call.getMethod(), Objects.requireNonNull(call.getThis()).getClass());
    var request = Asked.now(Objects.requireNonNull(what));
    if (request == null) {
      return call.proceed(); // nobody is signed in: the guards refuse it
    }
    var records = recorder.getObject();
    if (request.isAdministratorsChange()) {
      records.announce(request);
      return call.proceed();
    }
    try {
      var answer = call.proceed();
      records.keep(request, Outcome.ALLOWED);
      return answer;
    } catch (NotFound hidden) {
      records.keep(request, Outcome.HIDDEN);
      throw hidden;
    } catch (AccessDeniedException forbidden) {
      records.keep(request, Outcome.FORBIDDEN);
      throw forbidden;
    }
  }
}
