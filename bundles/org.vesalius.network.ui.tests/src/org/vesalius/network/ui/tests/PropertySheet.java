// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.part.PageBookView;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;
import org.vesalius.ui.tests.harness.Robot;
import org.vesalius.ui.tests.harness.Ui;
import org.vesalius.ui.tests.harness.Workbench;

/** The Properties view as a user works with it: tabs, and fields by their labels. */
final class PropertySheet {
    private static final int MOST_TABS = 40;

    private final Robot robot;

    PropertySheet(Robot robot) {
        this.robot = robot;
    }

    private static PageBookView view() {
        return (PageBookView) Workbench.page().findView(IPageLayout.ID_PROP_SHEET);
    }

    private static TabbedPropertySheetPage page() {
        return view().getCurrentPage() instanceof TabbedPropertySheetPage page ? page : null;
    }

    private static Stream<Control> controls() {
        return page() == null ? Stream.empty() : all(page().getControl()).filter(Control::isVisible);
    }

    private static Stream<Control> all(Control control) {
        Stream<Control> below = control instanceof Composite composite && !(control instanceof Combo)
                ? Arrays.stream(composite.getChildren()).flatMap(PropertySheet::all) : Stream.empty();
        return Stream.concat(Stream.of(control), below);
    }

    /** Returns the control behind a label; null where there is none. For the UI thread. */
    private static <C extends Control> C field(String label, Class<C> type) {
        List<Control> all = controls().toList();
        for (int i = 0; i < all.size() - 1; i++) {
            if (all.get(i) instanceof Label text && text.getText().equals(label + ":") && type.isInstance(all.get(i + 1))) {
                return type.cast(all.get(i + 1));
            }
        }
        return null;
    }

    /** Shows a tab by its name. */
    void tab(String name) {
        Ui.await("the tab " + name, () -> page() != null && tabId(name) != null);
        Ui.run(() -> page().setSelectedTab(tabId(name)));
        Ui.await("the tab " + name, () -> page().getSelectedTab().getLabel().equals(name));
    }

    private static String tabId(String name) {
        return Arrays.stream(page().getActiveTabs()).filter(tab -> tab.getLabel().equals(name)).map(tab -> tab.getId())
                .findFirst().orElse(null);
    }

    /** Returns the names of the tabs. */
    List<String> tabs() {
        return Ui.ask(() -> page() == null ? List.of()
                : Arrays.stream(page().getActiveTabs()).map(tab -> tab.getLabel()).toList());
    }

    /** Types a new value for a property, without Enter. */
    void enter(String label, String value) {
        Ui.await("the property " + label, () -> field(label, Text.class) != null);
        Ui.run(() -> scrollTo(field(label, Text.class)));
        robot.click(Workbench.onScreen(Ui.ask(() -> field(label, Text.class)), 20, 10));
        Ui.await("the field " + label, () -> Workbench.page().getActivePart() == view()
                && field(label, Text.class) != null && field(label, Text.class).isFocusControl());
        robot.key("ctrl+a");
        robot.type(value);
        Ui.await("the value", () -> field(label, Text.class).getText().equals(value));
    }

    /** Where there is little room, as on a screen of large points, a field may be out of sight. */
    private static void scrollTo(Control control) {
        for (Composite around = control.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrolledComposite view) {
                view.showControl(control);
            }
        }
    }

    /** Types a new value for a property. */
    void type(String label, String value) {
        enter(label, value);
        robot.key("Return");
    }

    /** Goes to a field with the Tab key; the view has the keyboard already. */
    private <C extends Control> void tabTo(String label, Class<C> type) {
        Ui.await("the property " + label, () -> field(label, type) != null);
        for (int i = 0; i < MOST_TABS && !hasFocus(label, type); i++) {
            robot.key("Tab");
        }
        Ui.await("the field " + label, () -> hasFocus(label, type));
    }

    private static <C extends Control> boolean hasFocus(String label, Class<C> type) {
        return Ui.ask(() -> field(label, type) != null && field(label, type).isFocusControl());
    }

    /** Types a new value for a property, by keys alone. */
    void typeByKeys(String label, String value) {
        tabTo(label, Text.class);
        robot.key("ctrl+a");
        robot.type(value);
        Ui.await("the value", () -> field(label, Text.class).getText().equals(value));
        robot.key("Return");
    }

    /** Chooses a value of a list, by keys alone. */
    void chooseByKeys(String label, String value) {
        tabTo(label, Combo.class);
        for (int i = 0; i < MOST_TABS && !value.equals(chosen(label)); i++) {
            robot.key("Down");
        }
        Ui.await(label + " to be " + value, () -> value.equals(field(label, Combo.class).getText()));
    }

    /** Chooses a value of a list. */
    void choose(String label, String value) {
        Ui.await("the list " + label, () -> field(label, Combo.class) != null);
        Ui.run(() -> {
            Combo combo = field(label, Combo.class);
            combo.select(combo.indexOf(value));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    /** Returns what a list shows. */
    String chosen(String label) {
        Ui.await("the list " + label, () -> field(label, Combo.class) != null);
        return Ui.ask(() -> field(label, Combo.class).getText());
    }

    /** Returns what stands in an empty field. */
    String hint(String label) {
        Ui.await("the property " + label, () -> field(label, Text.class) != null);
        return Ui.ask(() -> field(label, Text.class).getMessage());
    }

    /** Tells whether some label shows such a text. */
    boolean says(Predicate<String> text) {
        return Ui.ask(() -> controls().anyMatch(control -> control instanceof Label label && text.test(label.getText())));
    }

    /** Waits until a field no longer has the keyboard. */
    void awaitNoFocus(String label) {
        Ui.await("the keyboard elsewhere", () -> field(label, Text.class) != null && !field(label, Text.class).isFocusControl());
    }

    /** Waits until a property shows a value. */
    void awaitValue(String label, String value) {
        Ui.await(label + " to be " + value,
                () -> field(label, Text.class) != null && value.equals(field(label, Text.class).getText()));
    }
}
