/**
 * What every service needs and none repeats: security, errors, Kafka, the outbox, Mongo. A service
 * has it by depending on it; there is nothing to enable and no domain word in here but the one
 * question <em>who may see a case</em>.
 */
@NullMarked
package org.pris.platform;

import org.jspecify.annotations.NullMarked;
