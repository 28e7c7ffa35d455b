// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.clipboard;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.vesalius.network.io.NetworkFiles;

/** The clipboard of the desktop, seen as a place for parts of networks. Used on the UI thread. */
public final class NetworkClipboard {
    private final NetworkFiles files;

    /** @param files reads and writes the text of networks */
    public NetworkClipboard(NetworkFiles files) {
        this.files = Objects.requireNonNull(files);
    }

    /** Puts a fragment there, in place of what was there. */
    public void put(Fragment fragment) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            clipboard.setContents(new Object[] { fragment.text(files) }, new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
    }

    /** Returns what is there; empty if it is no part of a network. */
    public Optional<Fragment> get() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            Object content = clipboard.getContents(TextTransfer.getInstance());
            return content instanceof String text ? Fragment.parse(text, files) : Optional.empty();
        } finally {
            clipboard.dispose();
        }
    }
}
