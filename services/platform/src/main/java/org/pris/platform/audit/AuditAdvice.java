package org.pris.platform.audit;

import com.mongodb.MongoException;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.pris.platform.audit.AuditRecord.Action;
import org.pris.platform.audit.AuditRecord.Outcome;
import org.pris.platform.problem.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;

/**
 * Around the guards of a request that is {@link Audited}: what it shows leaves only once it is
 * recorded. A record that cannot be written fails the request (503), which then showed nothing; but
 * not a change, which is done by then and stands in the case's own record: who is told that it was
 * not does it twice.
 */
final class AuditAdvice implements MethodInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(AuditAdvice.class);

  private final ObjectProvider<AuditRecorder> recorder;

  /**
   * @param recorder asked for with the first request: an advice is made before other beans
   */
  AuditAdvice(ObjectProvider<AuditRecorder> recorder) {
    this.recorder = recorder;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    var what =
        AuditedPointcut.mark(call.getMethod(), Objects.requireNonNull(call.getThis()).getClass());
    var request = AuditedRequest.now(Objects.requireNonNull(what));
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
      keep(records, request);
      return answer;
    } catch (NotFound hidden) {
      records.keep(request, Outcome.HIDDEN);
      throw hidden;
    } catch (AccessDeniedException forbidden) {
      records.keep(request, Outcome.FORBIDDEN);
      throw forbidden;
    }
  }

  private static void keep(AuditRecorder records, AuditedRequest request) {
    try {
      records.keep(request, Outcome.ALLOWED);
    } catch (DataAccessException | MongoException unrecorded) {
      if (request.action() == Action.READ) {
        throw unrecorded;
      }
      LOG.warn("A change is done and not recorded: {}", unrecorded.getClass().getName());
    }
  }
}
