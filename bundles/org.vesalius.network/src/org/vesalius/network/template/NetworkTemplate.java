// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import org.vesalius.network.Network;

/** A network to start from. */
public interface NetworkTemplate {
    /** Short name in lower case with hyphens, for files and the command line: {@code resnet-50}. */
    String id();

    /** What people call it. */
    String title();

    /** Which kind of data and question it is for; templates are offered by these. */
    TemplateCategory category();

    /** The question that it answers, the data that it takes, and where the design comes from. */
    String description();

    /**
     * A new network, laid out from top to bottom, free of errors and warnings. Its name is the {@link #title}, its
     * description the {@link #description}.
     */
    Network create();
}
