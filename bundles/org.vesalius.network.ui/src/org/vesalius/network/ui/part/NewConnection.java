// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.gef.requests.CreationFactory;
import org.vesalius.network.Connection;
import org.vesalius.network.NetworkFactory;

/** What the connection tool makes. */
public final class NewConnection implements CreationFactory {
    @Override
    public Object getNewObject() {
        return NetworkFactory.eINSTANCE.createConnection();
    }

    @Override
    public Object getObjectType() {
        return Connection.class;
    }
}
