/** Playbooks as they are written: templates of tasks, gestures of the first hour. */
@NullMarked
package org.pris.remediation.playbook;

import org.jspecify.annotations.NullMarked;
