// SPDX-License-Identifier: EPL-2.0
package org.vesalius.codegen;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/** EMF's own generator, set up to run in plain Java for the models of one bundle. */
final class ModelGenerator {

    private final Path bundle;

    ModelGenerator(Path bundle) {
        this.bundle = bundle;
        EPackage.Registry.INSTANCE.put(EcorePackage.eNS_URI, EcorePackage.eINSTANCE);
        EPackage.Registry.INSTANCE.put(GenModelPackage.eNS_URI, GenModelPackage.eINSTANCE);
        GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(
                GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);
    }

    void generate(Path file) {
        GenModel genModel = load(file);
        genModel.reconcile();
        require(genModel.diagnose(), Diagnostic.ERROR, file);
        genModel.setCanGenerate(true);
        genModel.setValidateModel(true);
        Generator generator = new Generator();
        generator.setInput(genModel);
        Diagnostic result =
                generator.generate(
                        genModel, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, new BasicMonitor());
        require(result, Diagnostic.WARNING, file);
    }

    private GenModel load(Path file) {
        String project = bundle.getFileName().toString();
        EcorePlugin.getPlatformResourceMap().put(project, URI.createFileURI(bundle + "/"));
        ResourceSet resources = new ResourceSetImpl();
        Map<String, Object> factories =
                resources.getResourceFactoryRegistry().getExtensionToFactoryMap();
        factories.put("ecore", new EcoreResourceFactoryImpl());
        factories.put("genmodel", new EcoreResourceFactoryImpl());
        resources.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(false));
        String inProject = bundle.relativize(file).toString().replace('\\', '/');
        URI uri = URI.createPlatformResourceURI(project + "/" + inProject, true);
        return (GenModel) resources.getResource(uri, true).getContents().get(0);
    }

    /** Fails when a diagnostic reaches the given severity. */
    private static void require(Diagnostic diagnostic, int limit, Path file) {
        if (diagnostic.getSeverity() >= limit) {
            throw new IllegalStateException(
                    file + ": " + diagnostic.getMessage() + " " + diagnostic.getChildren());
        }
    }
}
