@NullMarked
package org.pris.notification;

import org.jspecify.annotations.NullMarked;
