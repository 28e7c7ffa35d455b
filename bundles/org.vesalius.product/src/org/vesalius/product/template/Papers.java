// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the page says of a template in one line, and the papers in its description as links. */
final class Papers {
    private static final Pattern ARXIV = Pattern.compile("arXiv:(\\d{4}\\.\\d{4,5})");
    private static final Pattern DOI = Pattern.compile("doi:(10\\.\\d{4,9}/[-._;()/:A-Za-z0-9]*[A-Za-z0-9])");

    private Papers() {
    }

    /** Returns size and input of a template. */
    static String facts(Template template) {
        return facts(template, template.parameters());
    }

    /** Returns input and size, with as many parameters as the sizes that were set give it. */
    static String facts(Template template, long parameters) {
        List<String> facts = new ArrayList<>(List.of(template.id()));
        if (!template.inputs().isEmpty()) {
            facts.add("made for " + template.inputs());
        }
        if (parameters > 0) {
            facts.add(String.format(Locale.ROOT, "%,d parameters", parameters));
        }
        return String.join("   ·   ", facts);
    }

    /** Returns a description whose papers can be opened by a click. */
    static String linked(String description) {
        String plain = description.replace("&", "&&").replace("<", "‹");
        String arxiv = ARXIV.matcher(plain).replaceAll("<a href=\"https://arxiv.org/abs/$1\">$0</a>");
        return DOI.matcher(arxiv).replaceAll("<a href=\"https://doi.org/$1\">$0</a>");
    }
}
