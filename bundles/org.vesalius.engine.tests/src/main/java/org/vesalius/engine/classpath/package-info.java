// SPDX-License-Identifier: EPL-2.0
/** Real workers on the class path of a test. */
package org.vesalius.engine.classpath;
