package org.pris.notification.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How endpoints are called, under {@code pris.webhooks}.
 *
 * @param allowedPrivate networks (CIDR) that are reached although not public, over plain HTTP too
 * @param firstRetry the first pause after a failure; the following grow from it to 15 min
 * @param giveUpAfter how long the head of a lane is tried before it is put aside; longer than an
 *     agency's longest weekend
 * @param overlap how long a rotated secret still signs beside the new one
 * @param attemptTimeout an attempt has ended by then, whatever the receiver does
 * @param sweepEvery how often work is looked for that nobody woke us for, as after a restart
 */
@ConfigurationProperties("pris.webhooks")
public record DeliveryRules(
    @DefaultValue List<String> allowedPrivate,
    @DefaultValue("5s") Duration firstRetry,
    @DefaultValue("120h") Duration giveUpAfter,
    @DefaultValue("24h") Duration overlap,
    @DefaultValue("20s") Duration attemptTimeout,
    @DefaultValue("1s") Duration sweepEvery) {}
