// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.impl.EPackageRegistryImpl;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ExtensibleURIConverterImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLHelper;
import org.eclipse.emf.ecore.xmi.XMLLoad;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMILoadImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.xml.sax.SAXException;

/** An XMI resource in a world of its own: it knows the given packages alone and can open nothing else. */
final class XmiDocument extends XMIResourceImpl {
    private Map<String, EObject> byId;

    XmiDocument(List<EPackage> packages) {
        super(URI.createURI("vesalius:/model"));
        ResourceSet world = new ResourceSetImpl();
        // nothing else can be opened, and no global registry stands behind the packages
        world.setURIConverter(new ExtensibleURIConverterImpl(List.of(new ClosedUriHandler()), List.of()));
        world.setPackageRegistry(new EPackageRegistryImpl());
        packages.forEach(known -> world.getPackageRegistry().put(known.getNsURI(), known));
        world.getResources().add(this);
        setEncoding("UTF-8");
    }

    Map<String, Object> loadOptions() {
        // references are looked up at the end, when the index of ids can be made once
        return Map.of(XMLResource.OPTION_DEFER_IDREF_RESOLUTION, Boolean.TRUE);
    }

    Map<String, Object> saveOptions() {
        return Map.of(XMLResource.OPTION_ENCODING, "UTF-8", OPTION_LINE_DELIMITER, "\n",
                XMLResource.OPTION_FORMATTED, Boolean.TRUE, XMLResource.OPTION_SCHEMA_LOCATION, Boolean.FALSE);
    }

    @Override
    protected XMLLoad createXMLLoad() {
        return new SecureLoad(createXMLHelper());
    }

    @Override
    protected EObject getEObjectByID(String id) {
        if (byId == null) {
            byId = new HashMap<>();
            forEachId((owner, ownId) -> byId.putIfAbsent(ownId, owner));
        }
        return byId.get(id);
    }

    /** Ids that more than one object has. */
    Set<String> duplicateIds() {
        Set<String> seen = new HashSet<>();
        Set<String> doubles = new HashSet<>();
        forEachId((owner, id) -> {
            if (!seen.add(id)) {
                doubles.add(id);
            }
        });
        return doubles;
    }

    private void forEachId(BiConsumer<EObject, String> action) {
        TreeIterator<EObject> all = getAllContents();
        while (all.hasNext()) {
            EObject next = all.next();
            String id = EcoreUtil.getID(next);
            if (id != null && !id.isEmpty()) {
                action.accept(next, id);
            }
        }
    }

    /** Uses the secured parser in place of whatever parser the class path brings. */
    private static final class SecureLoad extends XMILoadImpl {
        SecureLoad(XMLHelper helper) {
            super(helper);
        }

        @Override
        protected SAXParser makeParser() throws ParserConfigurationException, SAXException {
            return SecureParser.create(false);
        }
    }
}
