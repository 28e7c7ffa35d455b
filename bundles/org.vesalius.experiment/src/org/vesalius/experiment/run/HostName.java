// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this machine: process numbers mean something on one machine only. */
final class HostName {
    private HostName() {
    }

    static String current() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // the machine can't look itself up; still the message starts with its name
            return e.getMessage().split(":", 2)[0];
        }
    }
}
