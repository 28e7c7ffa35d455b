// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.vesalius.ui.tests.harness.Controls;
import org.vesalius.ui.tests.harness.Dialogs;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Screenshots;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.WindowTest;
import org.vesalius.ui.tests.harness.Workbench;

/** The menus hold what belongs to networks, with their keys. */
@WindowTest
class MainMenuTest {

    @Test
    void exitIsTheLastOfTheFileMenu() {
        List<String> file = entries("&File");
        assertEquals("E&xit", file.get(file.size() - 1));
        assertTrue(file.contains("Recent &Files"), "what was open last has a place of its own");
    }

    @Test
    void theEditMenuShowsItsKeys() {
        List<String> edit = entries("&Edit");
        assertTrue(edit.contains("Delete\tDelete") || edit.contains("&Delete\tDelete"), "" + edit);
        assertTrue(edit.contains("&Find...\tCtrl+F"), "" + edit);
        assertFalse(edit.stream().anyMatch(entry -> entry.contains("Replace")), "nothing in a network is replaced");
    }

    /** Opened by keys, as everything in a menu can be. */
    @Test
    void aboutNamesVersionLibrariesAndLicences() {
        Robot robot = new Robot();
        robot.key("alt+h");
        robot.key("Up", "Return");
        Ui.await("the libraries", () -> Controls.find(Table.class, table -> table.getItemCount() > 50
                && Stream.of(table.getItems()).anyMatch(item -> item.getText(0).equals("org.jfree:jfreechart")
                        && item.getText(1).startsWith("LGPL")))
                .isPresent());
        Ui.await("the version", () -> Controls.find(Text.class, text -> text.getText().startsWith("Version 1.0.0")
                && text.getText().contains("Java ")).isPresent());
        Screenshots.save("about");
        robot.key("Escape");
        Dialogs.awaitEnd();
    }

    /** Returns what a menu holds as it is shown. */
    private static List<String> entries(String menu) {
        return Ui.ask(() -> {
            MenuItem item = Stream.of(Workbench.page().getWorkbenchWindow().getShell().getMenuBar().getItems())
                    .filter(candidate -> candidate.getText().equals(menu)).findFirst().orElseThrow();
            Menu shown = item.getMenu();
            shown.notifyListeners(SWT.Show, new Event());
            return Stream.of(shown.getItems()).map(MenuItem::getText).filter(text -> !text.isEmpty()).toList();
        });
    }
}
