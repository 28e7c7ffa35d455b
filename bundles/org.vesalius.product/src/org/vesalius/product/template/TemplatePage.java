// SPDX-License-Identifier: EPL-2.0
package org.vesalius.product.template;

import java.util.Objects;
import java.util.Optional;
import org.vesalius.ui.wizard.WizardChoices;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.vesalius.network.Network;
import org.vesalius.network.diagram.render.DiagramPalette;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.ui.chart.ImageTransfer;
import org.vesalius.ui.theme.ThemeMonitor;
import org.vesalius.ui.thread.WhileOpen;

/** Asks for a template, shows what it looks like and lets its sizes be set. Reading and drawing run in jobs. */
public final class TemplatePage extends WizardPage {
    private static final int WIDTH = 940;
    private static final int HEIGHT = 560;
    private static final int TEXT_HEIGHT = 92;
    private static final int PAUSE_MILLIS = 250;

    private final LayerCatalog catalog;
    private final DiagramPalette palette;
    private TemplateList list;
    private Label title;
    private Label facts;
    private Link description;
    private OptionFields options;
    private PreviewPane preview;
    private TemplateLoadJob loading;
    private DraftJob drawing;
    private Draft draft;
    private Optional<Template> shown = Optional.empty();
    private boolean taken;
    private int requests;

    /**
     * Creates the page; on the UI thread.
     *
     * @param catalog the layer types that networks are made of
     */
    public TemplatePage(LayerCatalog catalog) {
        super("template");
        this.catalog = Objects.requireNonNull(catalog);
        setTitle("Network");
        setDescription("A template gives you a working network to change; an empty one is drawn layer by layer.");
        try (ThemeMonitor theme = new ThemeMonitor(brightness -> {})) {
            palette = theme.brightness().choose(DiagramPalette.light(), DiagramPalette.dark());
        }
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        SashForm sash = new SashForm(area, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(sash);
        list = new TemplateList(sash, this::choose, this::take);
        createDetails(sash);
        sash.setWeights(32, 68);
        setControl(area);
        setPageComplete(false);
        list.add(Template.empty());
        loading = new TemplateLoadJob(catalog, WhileOpen.of(area), list::add);
        loading.schedule();
    }

    private void createDetails(Composite parent) {
        Composite details = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(details);
        title = new Label(details, SWT.NONE);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        facts = new Label(details, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
        description = new Link(details, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH / 2, TEXT_HEIGHT).applyTo(description);
        description.addListener(SWT.Selection, event -> Program.launch(event.text));
        options = new OptionFields(details, this::drawSoon);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(options.control());
        preview = new PreviewPane(details, palette);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(preview.control());
    }

    /** Shows a template; Enter and two clicks tell of the same one again. */
    private void choose(Optional<Template> chosen) {
        if (chosen.equals(shown)) {
            return;
        }
        shown = chosen;
        draft = null;
        taken = false;
        setPageComplete(false);
        chosen.ifPresent(template -> {
            title.setText(template.title().replace("&", "&&"));
            facts.setText(Papers.facts(template));
            description.setText(Papers.linked(template.description()));
            options.show(TemplateOptions.of(template.network()));
            draw();
        });
    }

    /** Goes on, as soon as the network is drawn. */
    private void take() {
        taken = !isPageComplete();
        WizardChoices.pressDefault(getControl());
    }

    /** Waits for the end of typing: only the newest of several requests draws. */
    private void drawSoon() {
        setPageComplete(false);
        int request = ++requests;
        getShell().getDisplay().timerExec(PAUSE_MILLIS, () -> {
            if (request == requests && !getControl().isDisposed()) {
                draw();
            }
        });
    }

    private void draw() {
        setErrorMessage(options.fault().orElse(null));
        Optional<Template> template = list.chosen();
        if (template.isEmpty() || options.fault().isPresent()) {
            return;
        }
        if (drawing != null) {
            drawing.cancel();
        }
        TemplateOptions wanted = options.options();
        int width = preview.width();
        drawing = new DraftJob(cancelled -> Draft.of(catalog, template.get(), wanted, palette, width,
                cancelled),
                WhileOpen.of(getControl()), this::show);
        drawing.schedule();
    }

    private void show(DraftJob job, Draft drawn) {
        if (job != drawing) {
            return;
        }
        draft = drawn;
        list.chosen().ifPresent(template -> facts.setText(Papers.facts(template, drawn.parameters())));
        setErrorMessage(drawn.fault().map(fault -> "With these sizes it can't be trained: " + fault).orElse(null));
        preview.show(drawn.picture().map(ImageTransfer::toImageData));
        setPageComplete(drawn.fault().isEmpty());
        if (taken) {
            take();
        }
    }

    /** Returns the id of the chosen template, fit for the name of a file. */
    public String id() {
        return list.chosen().map(Template::id).orElse("network");
    }

    /** Returns the network as it shall be made, arranged; only of a complete page. */
    public Network network() {
        return draft.network();
    }

    @Override
    public void dispose() {
        if (loading != null) {
            loading.cancel();
        }
        if (drawing != null) {
            drawing.cancel();
        }
        super.dispose();
    }
}
