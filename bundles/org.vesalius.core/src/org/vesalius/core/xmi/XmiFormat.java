// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;

/**
 * Reads and writes one kind of model file. What is read is taken for hostile: size, number of elements and nesting are
 * bounded, there are no entities, no other file is opened, and nothing but a complete model of known types comes out.
 * What is written is the same for the same model: UTF-8, line feeds, attributes and elements in the metamodel's order.
 */
public final class XmiFormat {
    private static final String STORABLE = "Remove references to objects that are gone, and unusual characters.";

    private final XmiDialect dialect;
    private final Consumer<EObject> order;

    /** @param dialect the kind of file */
    public XmiFormat(XmiDialect dialect) {
        this(dialect, root -> {});
    }

    /**
     * A format that writes some elements in another order than the model has them.
     *
     * @param dialect the kind of file
     * @param order brings the root of a copy that is about to be written into its order
     */
    public XmiFormat(XmiDialect dialect, Consumer<EObject> order) {
        this.dialect = dialect;
        this.order = order;
    }

    /**
     * A file that was read once.
     *
     * @param root the root object, in no resource
     * @param bytes what it was read from, byte by byte
     */
    public record Content(EObject root, byte[] bytes) {
    }

    /**
     * Reads a file.
     *
     * @return the root object, in no resource
     * @throws ReportedException with file, line and remedy, if there is no such file or it can't be used
     */
    public EObject load(Path file) {
        return open(file).root();
    }

    /**
     * Reads a file and keeps its bytes, for a copy of exactly what was understood.
     *
     * @throws ReportedException as for {@link #load(Path)}
     */
    public Content open(Path file) {
        if (Files.isDirectory(file)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "This is a folder, no " + dialect.kind() + " file.", file,
                    "Give the file itself.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = bounded(in);
            return new Content(read(bytes), bytes);
        } catch (XmiException e) {
            throw e.about(file);
        } catch (NoSuchFileException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no such " + dialect.kind() + " file.", file,
                    "Check the path.", e);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The " + dialect.kind() + " file can't be read.", file,
                    "Check that it is a file and that you may read it.", e);
        }
    }

    /**
     * Reads from a stream, which stays open.
     *
     * @param in the content
     * @param name what messages call it
     * @return the root object, in no resource
     * @throws ReportedException with name, line and remedy, if it can't be used
     */
    public EObject load(InputStream in, String name) {
        try {
            return read(bounded(in));
        } catch (XmiException e) {
            throw e.about(name);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, name + ": The content can't be read.",
                    "Check that the file is there and that you may read it.", e);
        }
    }

    /**
     * Replaces a file as a whole; the model itself is left as it is.
     *
     * @throws ReportedException if the model can't be stored or the file can't be written, which is then as before
     */
    public void save(EObject root, Path file) {
        byte[] content = toBytes(root);
        try {
            new AtomicFile(file).write(out -> out.write(content));
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The " + dialect.kind() + " file can't be written.",
                    file, "Check free disk space and that you may write there.", e);
        }
    }

    /**
     * The content of a file with this model, which itself is left as it is.
     *
     * @throws ReportedException if the model can't be stored: it refers to an object outside, or holds a character
     *         that XML has no place for
     */
    public byte[] toBytes(EObject root) {
        new OutsideReferences(root).first().ifPresent(reference -> {
            throw new ReportedException(ErrorKind.INVALID_INPUT, unstorable(reference + " refers to an object outside"),
                    STORABLE);
        });
        XmiDocument document = new XmiDocument(dialect.packages());
        EObject copy = EcoreUtil.copy(root);
        order.accept(copy);
        document.getContents().add(copy);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.save(out, document.saveOptions());
        } catch (IOException | RuntimeException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, unstorable(String.valueOf(e.getMessage())), STORABLE, e);
        }
        return out.toByteArray();
    }

    private String unstorable(String reason) {
        return "The " + dialect.kind() + " can't be stored: " + reason;
    }

    private byte[] bounded(InputStream in) throws IOException, XmiException {
        byte[] content = in.readNBytes(dialect.limits().bytes() + 1);
        if (content.length > dialect.limits().bytes()) {
            throw new XmiException("The file is larger than " + (dialect.limits().bytes() >> 20) + " MiB.",
                    "Such a file was not written by Vesalius; do not use it.");
        }
        return content;
    }

    private EObject read(byte[] content) throws IOException, XmiException {
        XmlGuard.inspect(content, dialect);
        XmiDocument document = parse(content);
        inspectReferences(document);
        EObject root = document.getContents().get(0);
        document.getContents().clear();
        return root;
    }

    private static void inspectReferences(XmiDocument document) throws XmiException {
        Set<String> doubles = document.duplicateIds();
        if (!doubles.isEmpty()) {
            throw new XmiException("Several elements have the id '" + doubles.iterator().next() + "'.",
                    "Give one of them another id, and correct what refers to it.");
        }
        if (!EcoreUtil.ProxyCrossReferencer.find(document).isEmpty()) {
            throw new XmiException("The file refers to an object in another file.",
                    "Refer to objects by their ids, and keep all of them in one file.");
        }
    }

    private XmiDocument parse(byte[] content) throws XmiException {
        XmiDocument document = new XmiDocument(dialect.packages());
        Exception failure = null;
        try {
            document.load(new ByteArrayInputStream(content), document.loadOptions());
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
        if (!document.getErrors().isEmpty()) {
            throw new LoadErrors(dialect).explain(document.getErrors().get(0));
        }
        if (failure != null || document.getContents().size() != 1) {
            throw new XmiException("The " + dialect.kind() + " file can't be understood.",
                    "Restore the file from a backup or from version control.", failure);
        }
        return document;
    }
}
