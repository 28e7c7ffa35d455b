// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.parsers.ParserConfigurationException;
import org.vesalius.core.English;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Walks through a file before any object is made of it: well-formed, without DOCTYPE, of the right kind and version,
 * within bounds, and without references to other files.
 */
final class XmlGuard extends DefaultHandler {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final XmiDialect dialect;
    private Locator locator;
    private int depth;
    private int elements;

    private XmlGuard(XmiDialect dialect) {
        this.dialect = dialect;
    }

    /** Lets a file pass or says why not. */
    static void inspect(byte[] content, XmiDialect dialect) throws XmiException {
        try {
            SecureParser.create(true).parse(new InputSource(new ByteArrayInputStream(content)), new XmlGuard(dialect));
        } catch (XmiException e) {
            throw e;
        } catch (SAXParseException e) {
            throw damaged(dialect, e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new XmiException("The " + dialect.kind() + " file can't be read as XML: " + e.getMessage(),
                    "Restore the file from a backup or from version control.", e);
        }
    }

    private static XmiException damaged(XmiDialect dialect, SAXParseException e) {
        if (String.valueOf(e.getMessage()).contains("DOCTYPE")) {
            return new XmiException("The file has a DOCTYPE, which could pull in other files or fill the memory.",
                    "Remove the DOCTYPE; " + English.one(dialect.kind()) + " file never needs one.", e);
        }
        if (e.getLineNumber() == 1 && e.getColumnNumber() == 1) {
            return new XmiException("This is not " + English.one(dialect.kind()) + " file: it is empty or holds something else.",
                    "Check the name, or restore the file from a backup or from version control.", e);
        }
        return new XmiException("The " + dialect.kind() + " file is cut off or damaged at line " + e.getLineNumber()
                + ", column " + e.getColumnNumber() + ": " + e.getMessage(),
                "Restore the file from a backup or from version control.", e);
    }

    @Override
    public void setDocumentLocator(Locator newLocator) {
        locator = newLocator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws XmiException {
        depth++;
        elements++;
        if (depth == 1) {
            inspectRoot(uri, localName, qName);
        }
        if (depth > dialect.limits().depth()) {
            throw new XmiException("Elements are nested more than " + dialect.limits().depth() + " deep at line " + line()
                    + ".", "Such a file was not written by Vesalius; do not use it.");
        }
        if (elements > dialect.limits().elements()) {
            throw new XmiException("The file holds more than " + dialect.limits().elements() + " elements.",
                    "Such a file was not written by Vesalius; do not use it.");
        }
        inspectAttributes(attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        depth--;
    }

    private void inspectRoot(String uri, String localName, String qName) throws XmiException {
        String remedy = "Choose a file that was saved as " + dialect.kind() + ".";
        if (!uri.startsWith(dialect.family())) {
            throw new XmiException("This is not " + English.one(dialect.kind()) + " file: it starts with <" + shortened(qName) + ">.",
                    remedy);
        }
        if (!uri.equals(dialect.uri())) {
            throw new XmiException("The file is in version " + shortened(uri.substring(dialect.family().length()))
                    + " of the " + dialect.kind() + " format; this Vesalius reads " + dialect.version() + ".",
                    "Install the version of Vesalius that wrote the file, or a newer one.");
        }
        if (!localName.equals(dialect.root().getName())) {
            throw new XmiException("This is not " + English.one(dialect.kind()) + " file: it holds <" + shortened(localName) + ">.",
                    remedy);
        }
    }

    private void inspectAttributes(Attributes attributes) throws XmiException {
        for (int i = 0; i < attributes.getLength(); i++) {
            boolean schema = XSI.equals(attributes.getURI(i)) && attributes.getLocalName(i).endsWith("chemaLocation");
            if (schema || "href".equals(attributes.getLocalName(i))) {
                throw new XmiException("The file refers to another file at line " + line() + " (" + attributes.getQName(i)
                        + ").",
                        "Remove the attribute " + attributes.getQName(i) + "; " + English.one(dialect.kind())
                                + " file stands for itself.");
            }
        }
    }

    private int line() {
        return locator == null ? 0 : locator.getLineNumber();
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
