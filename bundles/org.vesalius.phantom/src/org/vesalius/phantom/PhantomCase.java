// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which phantom to draw.
 *
 * @param patient number of the patient, whose anatomy stays the same from view to view
 * @param view number of the view: position, exposure and noise change with it
 * @param finding what it shows
 */
public record PhantomCase(int patient, int view, Finding finding) {
    private static final Pattern TEXT = Pattern.compile("chest:patient=(\\d{1,9}),view=(\\d{1,9}),finding=([a-z]+)");

    /** How the case is written in {@code samples.csv}: {@code chest:patient=12,view=2,finding=opacity}. */
    public String text() {
        return "chest:patient=" + patient + ",view=" + view + ",finding=" + finding.text();
    }

    /** The case that is written like this; empty if the text is none. */
    public static Optional<PhantomCase> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int patient = Integer.parseInt(matcher.group(1));
        int view = Integer.parseInt(matcher.group(2));
        return Finding.of(matcher.group(3)).map(finding -> new PhantomCase(patient, view, finding));
    }
}
