// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.actions.LabelRetargetAction;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/**
 * The menu bar and the tool bar: what every workbench has, and the places where the other bundles add theirs.
 */
final class MainMenu extends ActionBarAdvisor {

    private static final ActionFactory[] ACTIONS = {ActionFactory.NEW, ActionFactory.NEW_WIZARD_DROP_DOWN,
        ActionFactory.CLOSE, ActionFactory.CLOSE_ALL, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL,
        ActionFactory.REVERT, ActionFactory.MOVE, ActionFactory.RENAME, ActionFactory.REFRESH, ActionFactory.PRINT,
        ActionFactory.IMPORT, ActionFactory.EXPORT, ActionFactory.PROPERTIES, ActionFactory.QUIT, ActionFactory.UNDO,
        ActionFactory.REDO, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE, ActionFactory.DELETE,
        ActionFactory.SELECT_ALL, ActionFactory.SHOW_VIEW_MENU, ActionFactory.NEXT_EDITOR,
        ActionFactory.PREVIOUS_EDITOR, ActionFactory.MAXIMIZE, ActionFactory.RESET_PERSPECTIVE, ActionFactory.PREFERENCES,
        ActionFactory.HELP_CONTENTS};

    private IWorkbenchWindow window;

    MainMenu(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow newWindow) {
        window = newWindow;
        for (ActionFactory factory : ACTIONS) {
            register(factory.create(window));
        }
        register(find());
        register(AboutDialog.action(window));
    }

    /** Says what it finds: layers of a network, or text. */
    private IAction find() {
        LabelRetargetAction find = new LabelRetargetAction(ActionFactory.FIND.getId(), "&Find...");
        find.setActionDefinitionId(ActionFactory.FIND.getCommandId());
        window.getPartService().addPartListener(find);
        return find;
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(fileMenu());
        bar.add(editMenu());
        bar.add(navigateMenu());
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(windowMenu());
        bar.add(helpMenu());
    }

    private MenuManager fileMenu() {
        MenuManager menu = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
        menu.add(newMenu());
        menu.add(new GroupMarker(IWorkbenchActionConstants.OPEN_EXT));
        menu.add(submenu("Recent &Files", "recent", ContributionItemFactory.REOPEN_EDITORS));
        menu.add(new Separator());
        add(menu, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL, ActionFactory.REVERT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.SAVE_EXT));
        menu.add(new Separator());
        add(menu, ActionFactory.MOVE, ActionFactory.RENAME, ActionFactory.REFRESH);
        menu.add(new Separator());
        add(menu, ActionFactory.IMPORT, ActionFactory.EXPORT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.IMPORT_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        add(menu, ActionFactory.PROPERTIES);
        menu.add(new Separator());
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_END));
        add(menu, ActionFactory.QUIT);
        return menu;
    }

    private MenuManager newMenu() {
        MenuManager menu = new MenuManager("&New", ActionFactory.NEW.getId());
        menu.setActionDefinitionId("org.eclipse.ui.file.newQuickMenu");
        menu.add(ContributionItemFactory.NEW_WIZARD_SHORTLIST.create(window));
        menu.add(new GroupMarker(IWorkbenchActionConstants.NEW_EXT));
        return menu;
    }

    private MenuManager editMenu() {
        MenuManager menu = new MenuManager("&Edit", IWorkbenchActionConstants.M_EDIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        add(menu, ActionFactory.UNDO, ActionFactory.REDO);
        menu.add(new GroupMarker(IWorkbenchActionConstants.UNDO_EXT));
        menu.add(new Separator());
        add(menu, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.CUT_EXT));
        menu.add(new Separator());
        // as a command, since the action keeps its key to itself: cell editors listen for it
        menu.add(new CommandContributionItem(new CommandContributionItemParameter(window, ActionFactory.DELETE.getId(),
                ActionFactory.DELETE.getCommandId(), CommandContributionItem.STYLE_PUSH)));
        add(menu, ActionFactory.SELECT_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.FIND);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private MenuManager navigateMenu() {
        MenuManager menu = new MenuManager("&Navigate", IWorkbenchActionConstants.M_NAVIGATE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.NAV_START));
        add(menu, ActionFactory.NEXT_EDITOR, ActionFactory.PREVIOUS_EDITOR);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new GroupMarker(IWorkbenchActionConstants.NAV_END));
        return menu;
    }

    private MenuManager windowMenu() {
        MenuManager menu = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
        menu.add(submenu("&Perspective", "perspective", ContributionItemFactory.PERSPECTIVES_SHORTLIST));
        menu.add(submenu("Show &View", "showView", ContributionItemFactory.VIEWS_SHORTLIST));
        menu.add(new AppearanceMenu());
        menu.add(new Separator());
        add(menu, ActionFactory.RESET_PERSPECTIVE, ActionFactory.MAXIMIZE);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        add(menu, ActionFactory.PREFERENCES);
        return menu;
    }

    private MenuManager submenu(String label, String id, ContributionItemFactory content) {
        MenuManager menu = new MenuManager(label, id);
        menu.add(content.create(window));
        return menu;
    }

    private MenuManager helpMenu() {
        MenuManager menu = new MenuManager("&Help", IWorkbenchActionConstants.M_HELP);
        menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
        add(menu, ActionFactory.HELP_CONTENTS);
        menu.add(new GroupMarker("group.intro"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        add(menu, ActionFactory.ABOUT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_END));
        return menu;
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        bar.add(new GroupMarker(IWorkbenchActionConstants.GROUP_FILE));
        ToolBarManager file = new ToolBarManager(bar.getStyle());
        file.add(getAction(ActionFactory.NEW_WIZARD_DROP_DOWN.getId()));
        file.add(dimmed(ActionFactory.SAVE));
        file.add(dimmed(ActionFactory.SAVE_ALL));
        bar.add(new ToolBarContributionItem(file, IWorkbenchActionConstants.TOOLBAR_FILE));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(new GroupMarker(IWorkbenchActionConstants.GROUP_EDITOR));
    }

    /** What can't be done is dimmed by the toolkit: the platform's own icons for that are as bright as others where it is dark. */
    private IAction dimmed(ActionFactory factory) {
        IAction action = getAction(factory.getId());
        action.setDisabledImageDescriptor(null);
        return action;
    }

    private void add(IMenuManager menu, ActionFactory... factories) {
        for (ActionFactory factory : factories) {
            IAction action = getAction(factory.getId());
            menu.add(action);
        }
    }
}
