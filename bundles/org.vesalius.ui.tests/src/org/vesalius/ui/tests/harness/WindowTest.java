// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/** Marks a class of tests that use the window: they start when it is open, and a failure leaves a screenshot. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WindowExtension.class)
public @interface WindowTest {
}
