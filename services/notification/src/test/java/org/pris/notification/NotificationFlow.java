package org.pris.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.pris.platform.testing.FlowTest;
import org.springframework.test.context.TestPropertySource;

/** The whole service, impatient, allowed to call loopback. One context serves all flow tests. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@FlowTest
@TestPropertySource(
    properties = {
      "pris.secret.keys=k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
      "pris.webhooks.allowed-private=127.0.0.0/8,::1/128",
      "pris.webhooks.first-retry=200ms",
      "pris.webhooks.sweep-every=100ms",
      "pris.webhooks.attempt-timeout=2s",
      "pris.web.url=https://pris.example"
    })
@interface NotificationFlow {}
