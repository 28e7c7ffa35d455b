// SPDX-License-Identifier: EPL-2.0
package org.vesalius.codegen;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Generates the Java code of one EMF model from the build. Arguments: the bundle's folder, and its
 * genmodel relative to that folder. Does nothing when the model is as it was at the last run.
 */
public final class GenerateModel {

    private GenerateModel() {}

    /**
     * Runs the generator.
     *
     * @throws IOException when the model can't be read or the code can't be written
     * @throws IllegalStateException when the model is faulty; the message names what is wrong
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("expected: <bundle folder> <genmodel in it>");
        }
        Path bundle = Path.of(arguments[0]).toRealPath();
        Path genModel = bundle.resolve(arguments[1]);
        GeneratedSources sources = new GeneratedSources(bundle.resolve("src-gen"), genModel.getParent());
        if (sources.upToDate()) {
            return;
        }
        sources.clear();
        new ModelGenerator(bundle).generate(genModel);
        sources.stamp();
        System.out.println("Generated " + bundle.getFileName() + " from " + arguments[1]);
    }
}
