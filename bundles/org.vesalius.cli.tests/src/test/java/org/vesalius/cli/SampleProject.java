// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import org.vesalius.network.Connection;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;

/** A folder with images of two categories, a network and an experiment over them. */
final class SampleProject {

    private static final int IMAGES = 20;
    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <experiment:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:experiment="http://vesalius.org/experiment/1.0"
                name="sample" network="cnn.network" dataset="data">
              <bindings layer="%s" column="image"/>
              <bindings layer="%s" column="class"/>
              <training epochs="2" engine="fake"><optimizer xsi:type="experiment:Adam"/></training>
            </experiment:Experiment>
            """;

    private final Path folder;

    private SampleProject(Path folder) {
        this.folder = folder;
    }

    /** Creates images, network and experiment; the data set is still to be imported. */
    static SampleProject create(Path folder) throws IOException {
        SampleProject project = new SampleProject(folder);
        project.images("clear", 40);
        project.images("opacity", 200);
        new NetworkFiles(StandardLayers.catalog()).save(new NetworkTemplates().create("reference-cnn"),
                folder.resolve("cnn.network"));
        Files.writeString(folder.resolve("sample.experiment"), EXPERIMENT.formatted("image", "finding"));
        return project;
    }

    /** A file of the project. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Replaces a text in a file. */
    void replace(String name, String text, String replacement) throws IOException {
        String before = Files.readString(file(name));
        if (!before.contains(text)) {
            throw new IllegalArgumentException(name + " does not contain " + text);
        }
        Files.writeString(file(name), before.replace(text, replacement));
    }

    /** Feeds the output of the network's second-last layer back into its third. */
    void connectInACycle(String name) {
        NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
        Network network = files.load(file(name));
        Connection back = NetworkFactory.eINSTANCE.createConnection();
        back.setSource(network.getLayers().get(network.getLayers().size() - 2));
        back.setTarget(network.getLayers().get(2));
        back.setTargetInput(1);
        network.getConnections().add(back);
        files.save(network, file(name));
    }

    /** Adds an image. */
    void image(String name, int size, int brightness) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < size * size; i++) {
            image.getRaster().setSample(i % size, i / size, 0, brightness + random.nextInt(40));
        }
        Path file = file("images/" + name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }

    /** Cuts a file off after some bytes. */
    void truncate(String name, int bytes) throws IOException {
        byte[] content = Files.readAllBytes(file(name));
        Files.write(file(name), Arrays.copyOf(content, bytes));
    }

    private void images(String category, int brightness) throws IOException {
        for (int i = 0; i < IMAGES; i++) {
            image(category + "/p" + i + ".png", 24, brightness);
        }
    }
}
