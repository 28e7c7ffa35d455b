// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.network.weights.WeightTensor;

/** A group of an HDF5 file that is to be written: attributes, further groups and arrays, each in the order added. */
public final class Hdf5Group {
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final Map<String, Hdf5Group> groups = new LinkedHashMap<>();
    private final Map<String, WeightTensor> arrays = new LinkedHashMap<>();

    /** Sets an attribute to a text of any length. */
    public Hdf5Group text(String name, String text) {
        attributes.put(name, text);
        return this;
    }

    /** Sets an attribute to a list of short texts; one that is too long for an attribute is split as Keras does. */
    public Hdf5Group texts(String name, List<String> texts) {
        List<List<String>> parts = FixedTexts.parts(texts);
        for (int i = 0; i < parts.size(); i++) {
            attributes.put(parts.size() == 1 ? name : name + i, parts.get(i));
        }
        return this;
    }

    /** The group at a path below this one; made if it is not there. */
    public Hdf5Group group(String path) {
        Hdf5Group group = this;
        for (String step : path.split("/")) {
            group = group.groups.computeIfAbsent(step, name -> new Hdf5Group());
        }
        return group;
    }

    /** Puts an array at a path below this group. */
    public void array(String path, WeightTensor array) {
        int slash = path.lastIndexOf('/');
        Hdf5Group group = slash < 0 ? this : group(path.substring(0, slash));
        group.arrays.put(path.substring(slash + 1), array);
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    Map<String, Hdf5Group> groups() {
        return groups;
    }

    Map<String, WeightTensor> arrays() {
        return arrays;
    }

    /** Lists of texts as arrays whose elements all have the length of the longest. */
    static final class FixedTexts {
        /** What Keras takes for the largest attribute that an object header holds. */
        private static final int LARGEST = 64512;

        private FixedTexts() {
        }

        /** The list in parts that each fit into an attribute. */
        static List<List<String>> parts(List<String> texts) {
            int most = Math.max(1, LARGEST / width(texts));
            List<List<String>> parts = new ArrayList<>();
            for (int from = 0; from == 0 || from < texts.size(); from += most) {
                parts.add(List.copyOf(texts.subList(from, Math.min(texts.size(), from + most))));
            }
            return parts;
        }

        /** Bytes of one element. */
        static int width(List<String> texts) {
            return texts.stream().mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length).reduce(1, Math::max);
        }

        static byte[] bytes(List<String> texts) {
            int width = width(texts);
            byte[] all = new byte[width * texts.size()];
            for (int i = 0; i < texts.size(); i++) {
                byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(text, 0, all, i * width, text.length);
            }
            return all;
        }
    }
}
