/** What administrators see and do about endpoints and deliveries. */
@NullMarked
package org.pris.notification.administration;

import org.jspecify.annotations.NullMarked;
