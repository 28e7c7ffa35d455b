// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.views.properties.FilePropertySource;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.IResourcePropertyConstants;
import org.eclipse.ui.views.properties.ResourcePropertySource;

/** What the Properties view says of files, folders and projects: without what matters to builders of programs only. */
final class ResourceProperties implements IAdapterFactory {
    private static final Set<String> FOR_BUILDERS = Set.of(IResourcePropertyConstants.P_DERIVED_RES,
            IResourcePropertyConstants.P_LINKED_RES, IResourcePropertyConstants.P_EDITABLE_RES);

    /** Comes before the platform's own: the factory that was there first is asked first. */
    static void register() {
        ResourceProperties factory = new ResourceProperties();
        Stream.of(IFile.class, IFolder.class, IProject.class)
                .forEach(type -> Platform.getAdapterManager().registerAdapters(factory, type));
    }

    @Override
    public <T> T getAdapter(Object resource, Class<T> type) {
        return type.cast(resource instanceof IFile file ? new FilePropertySource(file) {
            @Override
            public IPropertyDescriptor[] getPropertyDescriptors() {
                return forUsers(super.getPropertyDescriptors());
            }
        } : new ResourcePropertySource((IResource) resource) {
            @Override
            public IPropertyDescriptor[] getPropertyDescriptors() {
                return forUsers(super.getPropertyDescriptors());
            }
        });
    }

    private static IPropertyDescriptor[] forUsers(IPropertyDescriptor[] all) {
        return Stream.of(all).filter(descriptor -> !FOR_BUILDERS.contains(descriptor.getId()))
                .toArray(IPropertyDescriptor[]::new);
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySource.class};
    }
}
