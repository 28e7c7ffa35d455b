// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.registry;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;

/** Turns one element of an extension into the contribution it stands for. */
@FunctionalInterface
interface ContributionFactory<T> {

    /**
     * Makes the contribution.
     *
     * @throws CoreException            when its class can't be loaded or made
     * @throws IllegalArgumentException with a sentence about what is wrong with the element
     */
    T create(IConfigurationElement element) throws CoreException;
}
