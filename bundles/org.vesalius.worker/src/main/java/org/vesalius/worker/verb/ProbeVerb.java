// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.vesalius.worker.run.WorkerContext;
import org.vesalius.worker.spi.NetworkLibrary;

/** {@code probe}: which devices the libraries of this worker can use, and why not the others. */
public final class ProbeVerb implements Verb {
    private final WorkerContext context;
    private final ResultOutput result;

    /**
     * @param context what the worker works with
     * @param result gets the devices of each library, by the library's id
     */
    public ProbeVerb(WorkerContext context, ResultOutput result) {
        this.context = context;
        this.result = result;
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        JsonObject libraries = new JsonObject();
        for (NetworkLibrary library : context.libraries().all()) {
            libraries.add(library.id(), new Gson().toJsonTree(library.devices()));
        }
        result.write(libraries);
        return OK;
    }
}
