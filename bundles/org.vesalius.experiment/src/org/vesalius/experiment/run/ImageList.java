// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Names images to a worker on its standard input: a JSON array of texts in UTF-8. Names may tell patients: arguments of a
 * process would show them to all users of the machine, and a file would outlive a process that is killed.
 *
 * @param images the paths, in their order
 */
public record ImageList(List<String> images) {
    private static final int MOST_BYTES = 256 << 20;

    /** Copies the list. */
    public ImageList {
        images = List.copyOf(images);
    }

    /**
     * Writes the list; the stream stays open.
     *
     * @throws IOException if it can't be written
     */
    public void write(OutputStream out) throws IOException {
        out.write(new Gson().toJson(images).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Names no image, since it may end up in a log. */
    @Override
    public String toString() {
        return "ImageList of " + images.size();
    }

    /**
     * Reads a list to the end of a stream.
     *
     * @throws IOException if it can't be read, or is no such list
     */
    public static ImageList read(InputStream in) throws IOException {
        byte[] text = in.readNBytes(MOST_BYTES + 1);
        if (text.length > MOST_BYTES) {
            throw new IOException("the list of images is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        try {
            String[] names = new Gson().fromJson(new String(text, StandardCharsets.UTF_8), String[].class);
            if (names == null || Arrays.asList(names).contains(null)) {
                throw new IOException("the list of images is incomplete");
            }
            return new ImageList(List.of(names));
        } catch (JsonParseException e) {
            throw new IOException("the list of images is no JSON array of texts", e);
        }
    }
}
