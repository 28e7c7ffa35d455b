// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.ui.run;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.vesalius.engine.Engines;
import org.vesalius.engine.registry.EngineSetup;
import org.vesalius.engine.run.RunService;
import org.vesalius.experiment.Installation;

/**
 * Gives the parts of the workbench what is installed, the engines, the service that runs experiments on them, and the
 * runs that go on:
 * {@code getSite().getService(RunService.class)}. There is one of each in a workbench.
 */
public final class RunServices extends AbstractServiceFactory {

    private EngineSetup setup;
    private LiveRuns live;

    @Override
    public Object create(@SuppressWarnings("rawtypes") Class serviceInterface, IServiceLocator parentLocator,
            IServiceLocator locator) {
        Object inherited = parentLocator.getService(serviceInterface);
        if (inherited != null) {
            return inherited;
        }
        if (serviceInterface == LiveRuns.class) {
            return liveRuns();
        }
        if (serviceInterface == Installation.class) {
            return setup().installation();
        }
        return serviceInterface == Engines.class ? setup().engines() : setup().runs();
    }

    private synchronized LiveRuns liveRuns() {
        if (live == null) {
            live = new LiveRuns(ResourcesPlugin.getWorkspace(), () -> setup().runs());
        }
        return live;
    }

    private synchronized EngineSetup setup() {
        if (setup == null) {
            setup = EngineSetup.fromPlatform();
        }
        return setup;
    }
}
