package org.pris.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pris.web.session.SessionAttribute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Back to the page that asked; where sign-in failed, to the start with a word about it. */
public class SignInSuccessHandler
    implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(SignInSuccessHandler.class);

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
      throws IOException {
    var session = request.getSession();
    var to = session.getAttribute(SessionAttribute.TO.attribute);
    session.removeAttribute(SessionAttribute.TO.attribute);
    response.sendRedirect(LocalPath.of(to instanceof String path ? path : null).orElse("/"));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
      throws IOException {
    LOG.warn("Sign-in failed: {}", failed.getClass().getSimpleName());
    response.sendRedirect("/?signin=failed");
  }
}
