// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.help;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.part.ViewPart;
import org.vesalius.ui.theme.PlainHeading;

/**
 * The pages of the help beside the work. They are drawn by the window itself, in its colours, and need neither a browser
 * nor a server.
 */
public final class HelpView extends ViewPart {
    /** Id of the view. */
    public static final String ID = "org.vesalius.product.help";

    private FormToolkit toolkit;
    private ScrolledForm form;
    private FormText text;
    private HelpTopic shown = HelpTopic.CONTENTS;
    private Action back;
    private Action next;

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        PlainHeading.keep(form);
        form.getBody().setLayout(new TableWrapLayout());
        text = toolkit.createFormText(form.getBody(), true);
        text.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        text.setFont("header", JFaceResources.getBannerFont());
        text.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                HelpTopic.referred(String.valueOf(event.getHref())).ifPresent(HelpView.this::show);
            }
        });
        createActions(getViewSite().getActionBars().getToolBarManager());
        show(shown);
    }

    private void createActions(IToolBarManager bar) {
        ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
        back = turn("Previous page", ISharedImages.IMG_TOOL_BACK, -1, images);
        next = turn("Next page", ISharedImages.IMG_TOOL_FORWARD, 1, images);
        Action contents = new Action("Contents", images.getImageDescriptor(ISharedImages.IMG_ETOOL_HOME_NAV)) {
            @Override
            public void run() {
                show(HelpTopic.CONTENTS);
            }
        };
        bar.add(contents);
        bar.add(back);
        bar.add(next);
    }

    private Action turn(String label, String icon, int step, ISharedImages images) {
        return new Action(label, images.getImageDescriptor(icon)) {
            @Override
            public void run() {
                show(HelpTopic.values()[shown.ordinal() + step]);
            }
        };
    }

    /** Shows a page from its beginning. */
    public void show(HelpTopic topic) {
        shown = topic;
        text.setText(topic.text(), true, false);
        form.setText(topic.title());
        back.setEnabled(topic.ordinal() > 0);
        next.setEnabled(topic.ordinal() < HelpTopic.values().length - 1);
        form.reflow(true);
        form.setOrigin(0, 0);
    }

    /** Returns the page that is shown. */
    public HelpTopic shown() {
        return shown;
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
