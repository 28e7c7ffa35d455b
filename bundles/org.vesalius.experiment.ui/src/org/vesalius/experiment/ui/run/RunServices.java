// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.vesalius.engine.Engines;
import org.vesalius.engine.registry.EngineSetup;
import org.vesalius.engine.run.RunService;

/**
 * Gives the parts of the workbench the engines of this installation and the service that runs experiments on them:
 * {@code getSite().getService(RunService.class)}. There is one of each in a workbench.
 */
public final class RunServices extends AbstractServiceFactory {

    private EngineSetup setup;

    @Override
    public Object create(@SuppressWarnings("rawtypes") Class serviceInterface, IServiceLocator parentLocator,
            IServiceLocator locator) {
        Object inherited = parentLocator.getService(serviceInterface);
        if (inherited != null) {
            return inherited;
        }
        return serviceInterface == Engines.class ? setup().engines() : setup().runs();
    }

    private synchronized EngineSetup setup() {
        if (setup == null) {
            setup = EngineSetup.fromPlatform();
        }
        return setup;
    }
}
