// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.URIHandlerImpl;

/** Answers for every address that there is nothing: EMF would open the URI of a namespace that it does not know. */
final class ClosedUriHandler extends URIHandlerImpl {
    @Override
    public boolean canHandle(URI uri) {
        return true;
    }

    @Override
    public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
        throw closed(uri);
    }

    @Override
    public OutputStream createOutputStream(URI uri, Map<?, ?> options) throws IOException {
        throw closed(uri);
    }

    @Override
    public void delete(URI uri, Map<?, ?> options) throws IOException {
        throw closed(uri);
    }

    @Override
    public boolean exists(URI uri, Map<?, ?> options) {
        return false;
    }

    private static IOException closed(URI uri) {
        return new IOException("a model file opens nothing else, and not " + uri);
    }
}
