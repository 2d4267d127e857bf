package org.pris.web.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.pris.web.WebSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Where a request's session comes from: the store, by a cookie that no script reads. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  @Bean
  FilterRegistrationBean<SessionStoreUnavailable> storeAway(
      HandlerExceptionResolver handlerExceptionResolver) {
    var registration =
        new FilterRegistrationBean<>(new SessionStoreUnavailable(handlerExceptionResolver));
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<WebSession>> sessionFilter(
      Sessions sessions, WebSettings settings) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(settings.sessionCookie());
    cookie.setUseSecureCookie(settings.isSecure());
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setCookiePath("/");
    cookie.setUseBase64Encoding(false);
    var ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(cookie);
    var filter = new SessionRepositoryFilter<>(sessions);
    filter.setHttpSessionIdResolver(ids);
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
    return registration;
  }

  /** Nothing is handed from page to page here, and no picture or style is worth a look-up. */
  @Bean
  FlashMapManager flashMapManager() {
    return new FlashMapManager() {
      @Override
      public @Nullable FlashMap retrieveAndUpdate(
          HttpServletRequest request, HttpServletResponse response) {
        return null;
      }

      @Override
      public void saveOutputFlashMap(
          FlashMap handed, HttpServletRequest request, HttpServletResponse response) {}
    };
  }
}
