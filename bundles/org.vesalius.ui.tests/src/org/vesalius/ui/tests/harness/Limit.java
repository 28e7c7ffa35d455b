// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How long each test of a class may take, in minutes, where the usual limit is too short. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limit {
    /** The limit of every other test. */
    int MINUTES = 10;

    /** Minutes after which a test is taken to hang. */
    int value();
}
