// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.clipboard;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * Puts a fragment there, in place of what was there.
     *
     * @param origin the file that paths in the fragment start from, if known
     */
    public void put(Fragment fragment, Optional<Path> origin) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            List<Object> contents = new ArrayList<>(List.of(fragment.text(files)));
            List<Transfer> kinds = new ArrayList<>(List.of(TextTransfer.getInstance()));
            origin.ifPresent(file -> {
                contents.add(file.toString());
                kinds.add(new OriginTransfer());
            });
            clipboard.setContents(contents.toArray(), kinds.toArray(Transfer[]::new));
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

    /** Returns the file that paths in the fragment there start from; empty if it is not known. */
    public Optional<Path> origin() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            Object content = clipboard.getContents(new OriginTransfer());
            return content instanceof String path ? Optional.of(Path.of(path)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } finally {
            clipboard.dispose();
        }
    }
}
