// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the patient in a path: the groups of a regular expression together, or its whole match.
 *
 * @param pattern looked for anywhere in the path
 */
public record PatientPattern(Pattern pattern) {

    /** The patient; empty or blank where nobody is found. */
    public String find(String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.find() ? id(matcher) : "";
    }

    private static String id(Matcher matcher) {
        if (matcher.groupCount() == 0) {
            return matcher.group();
        }
        StringJoiner id = new StringJoiner("/");
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                id.add(matcher.group(group));
            }
        }
        return id.toString();
    }
}
