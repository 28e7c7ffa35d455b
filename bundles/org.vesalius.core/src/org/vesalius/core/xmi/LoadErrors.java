// SPDX-License-Identifier: EPL-2.0
package org.vesalius.core.xmi;

import org.eclipse.emf.ecore.resource.Resource.Diagnostic;
import org.eclipse.emf.ecore.xmi.ClassNotFoundException;
import org.eclipse.emf.ecore.xmi.FeatureNotFoundException;
import org.eclipse.emf.ecore.xmi.IllegalValueException;
import org.eclipse.emf.ecore.xmi.PackageNotFoundException;
import org.eclipse.emf.ecore.xmi.UnresolvedReferenceException;

/** Says in the user's words what EMF found wrong with a file. */
final class LoadErrors {
    private static final String PLUGIN = "Install the plug-in that brings it, or correct the spelling.";

    private final XmiDialect dialect;

    LoadErrors(XmiDialect dialect) {
        this.dialect = dialect;
    }

    XmiException explain(Diagnostic error) {
        String line = "Line " + error.getLine() + ": ";
        Exception cause = error instanceof Exception found ? found : null;
        if (error instanceof FeatureNotFoundException missing) {
            String owner = missing.getObject() == null ? "this element" : missing.getObject().eClass().getName();
            return new XmiException(line + owner + " has nothing called '" + missing.getName() + "'.",
                    "Correct or remove '" + missing.getName() + "'; a newer version or a plug-in may have written it.",
                    cause);
        }
        if (error instanceof ClassNotFoundException missing) {
            return explainType(missing.getName(), line, cause);
        }
        if (error instanceof PackageNotFoundException missing) {
            return new XmiException(line + "the types of " + missing.uri() + " are not known here.", PLUGIN, cause);
        }
        return explainValue(error, line, cause);
    }

    private XmiException explainType(String name, String line, Exception cause) {
        boolean incomplete = dialect.packages().stream().anyMatch(p -> p.getEClassifier(name) != null);
        if (incomplete) {
            return new XmiException(line + "it does not say which kind of " + name + " is meant.",
                    "Add the type, as in xsi:type=\"" + dialect.root().getEPackage().getNsPrefix() + ":…\".", cause);
        }
        return new XmiException(line + "the type '" + name + "' is not known here.", PLUGIN, cause);
    }

    private XmiException explainValue(Diagnostic error, String line, Exception cause) {
        if (error instanceof UnresolvedReferenceException missing) {
            return new XmiException(line + "there is nothing with the id '" + missing.getReference() + "'.",
                    "Correct the id, or remove the element that refers to it.", cause);
        }
        if (error instanceof IllegalValueException illegal && illegal.getFeature() != null) {
            return new XmiException(line + "'" + illegal.getValue() + "' is no value for " + illegal.getFeature().getName()
                    + "." + reason(illegal), "Correct the value.", cause);
        }
        return new XmiException("The " + dialect.kind() + " file can't be understood. " + line + error.getMessage(),
                "Correct the line, or restore the file from a backup or from version control.", cause);
    }

    /** What the data type itself says about the text, where it says something. */
    private static String reason(IllegalValueException illegal) {
        Throwable cause = illegal.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean written = cause instanceof IllegalArgumentException && !(cause instanceof NumberFormatException);
        String message = written ? String.valueOf(cause.getMessage()) : "";
        return message.endsWith(".") ? " " + message : "";
    }
}
