/** Webhook endpoints: where they are, what they ask for, their secrets and their state. */
@NullMarked
package org.pris.notification.webhook;

import org.jspecify.annotations.NullMarked;
