// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Images that views on the workspace look up by name. The platform leaves it to the application to declare them; the
 * Project Explorer and the Problems view stay blank without.
 */
final class WorkspaceImages {

    private static final String OWNER = "org.eclipse.ui.ide";

    private static final Map<String, String> SHARED = Map.of(
            IDE.SharedImages.IMG_OBJ_PROJECT, "icons/full/obj16/prj_obj.png",
            IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "icons/full/obj16/cprj_obj.png",
            IDE.SharedImages.IMG_OPEN_MARKER, "icons/full/elcl16/gotoobj_tsk.png",
            IDE.SharedImages.IMG_OBJS_TASK_TSK, "icons/full/obj16/taskmrk_tsk.png",
            IDE.SharedImages.IMG_OBJS_BKMRK_TSK, "icons/full/obj16/bkmrk_tsk.png",
            "IMG_OBJS_ERROR_PATH", "icons/full/obj16/error_tsk.png",
            "IMG_OBJS_WARNING_PATH", "icons/full/obj16/warn_tsk.png",
            "IMG_DLCL_QUICK_FIX_DISABLED", "icons/full/dlcl16/smartmode_co.png",
            "IMG_ELCL_QUICK_FIX_ENABLED", "icons/full/elcl16/smartmode_co.png");

    /** The platform's sign of an information is dark on dark. */
    private static final List<String> ADVICE = List.of(ISharedImages.IMG_OBJS_INFO_TSK, "IMG_OBJS_INFO_PATH");
    private static final String OWN_ADVICE = "icons/advice.png";

    private final IWorkbenchConfigurer configurer;

    WorkspaceImages(IWorkbenchConfigurer configurer) {
        this.configurer = configurer;
    }

    void declare() {
        Bundle owner = Platform.getBundle(OWNER);
        SHARED.forEach((name, path) -> declare(name, owner, path));
        Bundle own = FrameworkUtil.getBundle(WorkspaceImages.class);
        ADVICE.forEach(name -> declare(name, own, OWN_ADVICE));
    }

    private void declare(String name, Bundle owner, String path) {
        configurer.declareImage(name, ImageDescriptor.createFromURLSupplier(true, () -> owner.getEntry(path)), true);
    }
}
