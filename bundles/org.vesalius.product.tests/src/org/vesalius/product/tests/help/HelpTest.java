// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.SWT;
import org.eclipse.ui.forms.widgets.FormText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.product.help.HelpTopic;
import org.vesalius.product.help.HelpView;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;
import org.xml.sax.InputSource;

/** The help is opened by menu and key, and its links lead on. */
@WindowTest
class HelpTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private final Robot robot = new Robot();

    @AfterEach
    void close() {
        Workbench.closeEditors();
        Ui.run(() -> Workbench.page().hideView(Workbench.page().findView(HelpView.ID)));
    }

    @ParameterizedTest
    @EnumSource
    void pagesAreWellFormedAndTheirLinksLeadSomewhere(HelpTopic topic) throws Exception {
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(topic.text())));
        List<String> links = LINK.matcher(topic.text()).results().map(link -> link.group(1)).toList();
        assertEquals(List.of(), links.stream().filter(link -> HelpTopic.referred(link).isEmpty()).toList());
    }

    @Test
    void menuOpensTheContentsAndALinkItsPage() {
        robot.key("alt+h");
        robot.key("Return");
        Ui.await("the contents", () -> shows(HelpTopic.CONTENTS));
        Screenshots.save("help-contents");
        Ui.await("the keyboard in the text", () -> text().isFocusControl());
        robot.key("Tab", "Return");
        Ui.await("the page of a link", () -> view().shown() != HelpTopic.CONTENTS);
        assertTrue(HelpTopic.CONTENTS.text().contains("\"" + Ui.ask(() -> view().shown().reference()) + "\""));
        Screenshots.save("help-page");
    }

    @Test
    void f1ShowsThePageOfTheActiveEditor() {
        IProject project = Workbench.emptyProject("help");
        Workbench.open(Workbench.write(project, "cnn.network", new NetworkFiles(StandardLayers.catalog())
                .toBytes(new NetworkTemplates().create(NetworkTemplates.REFERENCE_CNN))), NetworkEditor.class);
        Ui.await("the network", () -> Workbench.page().getActivePart() == Workbench.page().getActiveEditor()
                && ((NetworkEditor) Workbench.page().getActiveEditor()).network() != null);
        robot.key("F1");
        Ui.await("the page about networks", () -> shows(HelpTopic.DESIGNER));
        Screenshots.save("help-designer");
    }

    private static boolean shows(HelpTopic topic) {
        return view() != null && view().shown() == topic && text() != null && text().getSize().y > 0;
    }

    private static HelpView view() {
        return (HelpView) Workbench.page().findView(HelpView.ID);
    }

    private static FormText text() {
        return Controls.find(FormText.class, each -> (each.getStyle() & SWT.WRAP) != 0).orElse(null);
    }
}
