// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.template.NetworkTemplate;
import org.vesalius.network.template.NetworkTemplates;

/** Makes the templates one after the other, off the UI thread. */
final class TemplateLoadJob extends Job {
    private final LayerCatalog catalog;
    private final Executor uiThread;
    private final Consumer<Template> found;

    /** @param found hears each template on the UI thread */
    TemplateLoadJob(LayerCatalog catalog, Executor uiThread, Consumer<Template> found) {
        super("Read templates");
        this.catalog = Objects.requireNonNull(catalog);
        this.uiThread = Objects.requireNonNull(uiThread);
        this.found = Objects.requireNonNull(found);
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        for (NetworkTemplate known : new NetworkTemplates().all()) {
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            Template template = Template.of(known, catalog);
            uiThread.execute(() -> found.accept(template));
        }
        return Status.OK_STATUS;
    }
}
