// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.nio.file.Path;
import java.util.EventObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.ui.actions.ActionRegistry;
import org.eclipse.gef.ui.actions.PrintAction;
import org.eclipse.gef.ui.actions.SelectionAction;
import org.eclipse.gef.ui.parts.GraphicalEditor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.ui.action.Designer;
import org.vesalius.network.ui.add.BlockReferences;
import org.vesalius.network.ui.analysis.AnalysisSnapshot;
import org.vesalius.network.ui.analysis.FixedCopy.WantedFix;
import org.vesalius.network.ui.catalog.LayerTypes;
import org.vesalius.network.ui.figure.DiagramStyle;
import org.vesalius.network.ui.find.FindAction;
import org.vesalius.network.ui.find.FindBar;
import org.vesalius.network.ui.marker.ProblemMarkers;
import org.vesalius.network.ui.outline.NetworkOutlinePage;
import org.vesalius.network.ui.palette.LayerPalette;
import org.vesalius.network.ui.palette.ProjectBlocksWatch;
import org.vesalius.network.ui.part.DesignContext;
import org.vesalius.network.ui.part.DesignerRoot;
import org.vesalius.network.ui.part.NewLayerOf;
import org.vesalius.network.ui.properties.PropertiesPage;
import org.vesalius.ui.field.ModelEdits;
import org.vesalius.ui.thread.WhileOpen;

/** The designer: shows the network of one file and lets it be changed, with one undo entry for each act. */
public final class NetworkEditor extends GraphicalEditor implements Designer {
    /** Id of the editor. */
    public static final String ID = "org.vesalius.network.ui.editor";

    private static final int OUTLINE_MILLIS = 50;
    private static final String KEYS = "org.vesalius.network.ui.designer";

    private final DesignerDomain domain = new DesignerDomain(this);
    private final DesignerRoot root = new DesignerRoot();
    private EditorPages pages;
    private final Executor uiThread = new WhileOpen(PlatformUI.getWorkbench().getDisplay(),
            () -> pages != null && !pages.isDisposed());
    private final OpenedDesign opened = new OpenedDesign();
    private final ShownGraph graph = new ShownGraph(this::getGraphicalViewer, root);
    private DesignerResources resources;
    private LayerPalette palette;
    private ProjectBlocksWatch blocks;
    private NetworkOutlinePage outline;
    private LayerTypes types;
    private EditedFile file;

    /** Made by the workbench. */
    public NetworkEditor() {
        setEditDomain(domain);
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        types = LayerTypes.of(site);
        file = new EditedFile(this, NetworkLocation.of(input), types, uiThread);
        super.init(site, input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        resources = new DesignerResources(types.catalog(), this::restyle);
        pages = new EditorPages(parent, file::openAsText, file::load);
        pages.restyle(resources.style().colors());
        SashForm designer = pages.designer();
        palette = new LayerPalette(designer, domain, resources.catalog(), resources.images(), this::append,
                this::refer);
        domain.onTool(palette::toolChanged);
        blocks = file.resource()
                .map(resource -> new ProjectBlocksWatch(resource.getProject(), uiThread, palette::showBlocks))
                .orElse(null);
        super.createPartControl(designer);
        designer.setWeights(26, 74);
        getSite().getService(IContextService.class).activateContext(KEYS);
        file.load();
    }

    private void refer(IFile block) {
        if (opened.now().isPresent() && block.getLocation() != null) {
            graph.add(BlockReferences.to(file.path(), block.getLocation().toPath()));
        }
    }

    private void append(EClass type) {
        if (opened.now().isPresent()) {
            graph.add(new NewLayerOf(types.catalog(), type).getNewObject());
        }
    }

    /** Whether there is a printer is found out when it is wanted: to ask for all of them takes long. */
    @Override
    protected void createActions() {
        super.createActions();
        getActionRegistry().registerAction(new PrintAction(this) {
            @Override
            protected boolean calculateEnabled() {
                return true;
            }
        });
    }

    @Override
    protected void configureGraphicalViewer() {
        super.configureGraphicalViewer();
        CanvasSetup.configure(this, root);
    }

    @Override
    protected void initializeGraphicalViewer() {
        CanvasSetup.connect(this, resources.style(), () -> file.path());
    }

    /** Shows a network that was read, in place of the one before. */
    void opened(Network network) {
        Design design = new Design(network, file.project(), resources, getCommandStack(), uiThread);
        opened.open(design);
        design.analysis().onResult(snapshot -> showAnalysis(network, snapshot));
        design.edits().onEntry(() -> firePropertyChange(PROP_DIRTY));
        graph.open(network, design.context());
        getCommandStack().flush();
        getCommandStack().markSaveLocation();
        boolean awaited = pages.hasFocus();
        pages.showDesigner();
        graph.begin();
        if (awaited) {
            super.setFocus();
        }
        showOutlineLater(design);
        firePropertyChange(PROP_DIRTY);
        opened.catchUp();
    }

    /** The canvas is seen first: the tree of a large network takes its time. */
    private void showOutlineLater(Design design) {
        getSite().getShell().getDisplay().timerExec(OUTLINE_MILLIS, () -> {
            if (opened.is(design) && outline != null) {
                outline.show(design.context());
            }
        });
    }

    /** Shows why the network could not be read. */
    void showBroken(ReportedException error) {
        opened.close();
        pages.showBroken(error);
    }

    private void showAnalysis(Network network, AnalysisSnapshot snapshot) {
        graph.showAnalysis();
        file.showProblems(snapshot.problems(), network);
        opened.tell(snapshot);
    }

    private void restyle(DiagramStyle style) {
        pages.restyle(style.colors());
        graph.restyle(style);
    }

    @Override
    public void addAnalysisListener(Consumer<AnalysisSnapshot> listener) {
        opened.addListener(listener);
    }

    @Override
    public void removeAnalysisListener(Consumer<AnalysisSnapshot> listener) {
        opened.removeListener(listener);
    }

    @Override
    public Network network() {
        return opened.now().map(Design::network).orElse(null);
    }

    @Override
    public Optional<IFile> resource() {
        return file.resource();
    }

    @Override
    public LayerTypes layerTypes() {
        return types;
    }

    @Override
    public LayerGraph shown() {
        return opened.now().flatMap(design -> graph.now()).orElse(null);
    }

    @Override
    public void show(LayerGraph wanted) {
        graph.show(wanted);
    }

    @Override
    protected void createGraphicalViewer(Composite parent) {
        GraphPages graphPages = graph.createPages(parent);
        super.createGraphicalViewer(graphPages.canvas());
        FindBar find = new FindBar(graphPages.composite(), this, getGraphicalViewer());
        register(FindAction.open(find));
        register(FindAction.next(find));
        register(FindAction.previous(find));
    }

    @Override
    public Optional<DesignContext> context() {
        return opened.now().map(Design::context);
    }

    @Override
    public void register(IAction action) {
        getActionRegistry().registerAction(action);
        if (action instanceof SelectionAction) {
            ids(getSelectionActions()).add(action.getId());
            ids(getStackActions()).add(action.getId());
        }
        if (action.getActionDefinitionId() != null) {
            getSite().getService(IHandlerService.class).activateHandler(action.getActionDefinitionId(),
                    new ActionHandler(action));
        }
    }

    @SuppressWarnings("unchecked") // GEF's lists of ids come from before generics
    private static List<Object> ids(List<?> untyped) {
        return (List<Object>) untyped;
    }

    /** Tells whether the file could not be read, and the editor says why. */
    public boolean isBroken() {
        return pages.isBrokenShown();
    }

    @Override
    public AnalysisSnapshot analysis() {
        return opened.analysis();
    }

    @Override
    public GraphicalViewer viewer() {
        return getGraphicalViewer();
    }

    /** Returns the palette. */
    public LayerPalette palette() {
        return palette;
    }

    @Override
    public CommandStack commands() {
        return getCommandStack();
    }

    @Override
    public ActionRegistry actions() {
        return getActionRegistry();
    }

    @Override
    public ModelEdits edits() {
        return opened.now().orElseThrow().edits();
    }

    @Override
    public IAction action(String id) {
        return getActionRegistry().getAction(id);
    }

    @Override
    public void reveal(String layerId) {
        opened.now().map(design -> design.layer(layerId)).ifPresent(graph::reveal);
    }

    @Override
    public void whenOpen(Runnable task) {
        opened.whenOpen(design -> task.run());
    }

    @Override
    public void fix(String check, String layerId, String label) {
        opened.whenOpen(design -> design.analysis().fix(new WantedFix(check, layerId, label), change -> {
            getCommandStack().execute(change);
            reveal(layerId);
        }));
    }

    @Override
    public void choose(Path experiment) {
        opened.whenOpen(design -> design.analysis().choose(experiment));
    }

    @Override
    public void dismiss(Problem advice) {
        opened.whenOpen(design -> design.analysis().dismiss(advice));
    }

    @Override
    public void restoreAdvice() {
        opened.whenOpen(design -> design.analysis().restoreAdvice());
    }

    @Override
    public void commandStackChanged(EventObject event) {
        super.commandStackChanged(event);
        graph.refresh();
        firePropertyChange(PROP_DIRTY);
    }

    @Override
    public boolean isDirty() {
        return super.isDirty() || opened.isTyping();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        opened.finishEntry();
        if (opened.now().filter(design -> file.save(design.network())).isPresent()) {
            getCommandStack().markSaveLocation();
        } else {
            monitor.setCanceled(true);
        }
        firePropertyChange(PROP_DIRTY);
    }

    @Override
    public void doSaveAs() {
        opened.finishEntry();
        opened.now().ifPresent(design -> file.saveAs(design.network()));
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    /** Follows the file to its new place. */
    void followTo(EditedFile moved, FileEditorInput input) {
        file.close();
        file = moved;
        opened.now().ifPresent(design -> design.analysis().follow(moved.project()));
        setInputWithNotify(input);
        setPartName(input.getName());
    }

    /** Says that what is shown is what the new file holds. */
    void markSaved() {
        getCommandStack().markSaveLocation();
        firePropertyChange(PROP_DIRTY);
    }

    @Override
    public void setFocus() {
        if (pages != null && pages.isDesignerShown()) {
            super.setFocus();
        } else if (pages != null) {
            pages.setFocus();
        }
        file.askAboutChange();
    }

    @Override
    public Object getAdapter(@SuppressWarnings("rawtypes") Class type) {
        if (type == ZoomManager.class) {
            return root.getZoomManager();
        }
        if (type == IContentOutlinePage.class) {
            return outline();
        }
        if (type == IPropertySheetPage.class) {
            return new PropertiesPage(this);
        }
        if (type == IGotoMarker.class) {
            return (IGotoMarker) marker -> reveal(
                    marker.getAttribute(ProblemMarkers.LAYER, ""));
        }
        return type == Network.class ? network() : super.getAdapter(type);
    }

    private NetworkOutlinePage outline() {
        if (outline == null || outline.isDisposed()) {
            outline = new NetworkOutlinePage(this, domain, getSelectionSynchronizer(), root);
            context().ifPresent(outline::show);
        }
        return outline;
    }

    @Override
    public void dispose() {
        file.close();
        if (blocks != null) {
            blocks.close();
        }
        opened.close();
        super.dispose();
        if (resources != null) {
            resources.close();
        }
    }
}
