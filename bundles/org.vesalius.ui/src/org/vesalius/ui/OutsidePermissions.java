// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** Which places outside its own folder each project may read, as the user allowed; remembered with the workspace. */
public final class OutsidePermissions {

    private final Preferences node = InstanceScope.INSTANCE.getNode("org.vesalius.ui").node("outside");

    /** Returns whether a project may read a file or folder. */
    public boolean allowed(Path project, Path place) {
        return places(project).stream().anyMatch(allowed -> place.startsWith(Path.of(allowed)));
    }

    /** Lets a project read a file, or a folder with all that is below it, from now on. */
    public void allow(Path project, Path place) {
        node.put(project.toString(), String.join("\n", places(project)) + "\n" + place);
        ICoreRunnable remember = monitor -> remember();
        Job.createSystem("Remember a permission", remember).schedule();
    }

    private void remember() {
        try {
            node.flush();
        } catch (BackingStoreException e) {
            ILog.of(OutsidePermissions.class).warn("A permission could not be remembered; it holds until the end: the"
                    + " workspace can't be written");
        }
    }

    private List<String> places(Path project) {
        return node.get(project.toString(), "").lines().filter(line -> !line.isBlank()).toList();
    }
}
