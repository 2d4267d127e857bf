package org.pris.web.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.HashSet;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Sends a request to an instance of its service, and to another where that one could not be reached
 * or, if the request changes nothing, did not answer. What may have been done is not done twice.
 */
record FailoverFilter(String service, ServiceInstances instances)
    implements HandlerFilterFunction<ServerResponse, ServerResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(FailoverFilter.class);

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    Set<URI> tried = new HashSet<>();
    @Nullable Exception last = null;
    for (var to = instances.choose(service, tried);
        to.isPresent();
        to = instances.choose(service, tried)) {
      tried.add(to.get());
      try {
        return new RelayedResponse(next.handle(uri(to.get()).apply(request)));
      } catch (ResourceAccessException | IOException failed) {
        throwIfLeft(failed);
        LOG.warn("{} at {} does not answer: {}", service, to.get(), cause(failed));
        instances.failed(service, to.get());
        last = failed;
        if (!mayRepeat(request, failed)) {
          break;
        }
      }
    }
    throw unanswered(status(last), last);
  }

  /** Whoever broke off in the middle of their own body says nothing of the service behind. */
  private static void throwIfLeft(Throwable failed) throws ClientAbortException {
    var left = whoLeft(failed);
    if (left != null) {
      throw left;
    }
  }

  /** Null where it was not whoever asked. */
  static @Nullable ClientAbortException whoLeft(Throwable failed) {
    for (@Nullable Throwable it = failed; it != null; it = it.getCause()) {
      if (it instanceof ClientAbortException left) {
        return left;
      }
    }
    return null;
  }

  private static boolean mayRepeat(ServerRequest request, Exception failed) {
    return ServiceInstances.isUnreached(failed)
        || (request.method().equals(HttpMethod.GET) && !isTimeout(failed));
  }

  /** Whoever has waited that long does not wait once more. */
  private static boolean isTimeout(@Nullable Throwable failed) {
    return failed != null
        && (failed instanceof HttpTimeoutException || isTimeout(failed.getCause()));
  }

  private static String cause(Throwable failed) {
    var cause = failed.getCause(); // the client's own exception only wraps it
    return (cause == null ? failed : cause).getClass().getSimpleName();
  }

  static ErrorResponseException unanswered(HttpStatus status, @Nullable Exception last) {
    var answer = new ErrorResponseException(status, last);
    answer.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
    return answer;
  }

  /** 503: nothing was done; else it may have been. */
  private static HttpStatus status(@Nullable Exception last) {
    if (last == null || ServiceInstances.isUnreached(last)) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    return isTimeout(last) ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY;
  }
}
