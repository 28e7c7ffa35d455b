// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.clipboard;

import java.nio.charset.StandardCharsets;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;

/** Carries the path of the file beside what was copied from it, as UTF-8, so that the text stays that of a network. */
final class OriginTransfer extends ByteArrayTransfer {
    private static final String NAME = "vesalius-network-origin";
    private static final int ID = registerType(NAME);
    private static final int LONGEST = 1 << 15;

    @Override
    protected int[] getTypeIds() {
        return new int[] {ID};
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] {NAME};
    }

    @Override
    protected void javaToNative(Object object, TransferData data) {
        super.javaToNative(((String) object).getBytes(StandardCharsets.UTF_8), data);
    }

    /** Some desktops hand out more bytes than were put there, zeros behind the others. */
    @Override
    protected String nativeToJava(TransferData data) {
        if (!(super.nativeToJava(data) instanceof byte[] bytes) || bytes.length > LONGEST) {
            return null;
        }
        String path = new String(bytes, StandardCharsets.UTF_8);
        return path.indexOf('\0') < 0 ? path : path.substring(0, path.indexOf('\0'));
    }
}
