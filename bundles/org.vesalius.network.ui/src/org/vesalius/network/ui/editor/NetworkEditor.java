// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.nio.file.Path;
import java.util.EventObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.commands.CommandStack;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.ui.actions.ActionRegistry;
import org.eclipse.gef.ui.actions.PrintAction;
import org.eclipse.gef.ui.actions.SelectionAction;
import org.eclipse.gef.ui.parts.GraphicalEditor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.viewers.StructuredSelection;
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
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.ui.action.Designer;
import org.vesalius.network.ui.add.BlockReferences;
import org.vesalius.network.ui.add.LayerPlacement;
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
import org.vesalius.network.ui.part.GraphPart;
import org.vesalius.network.ui.part.NetworkPartFactory;
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
    private final List<Consumer<AnalysisSnapshot>> analysisListeners = new CopyOnWriteArrayList<>();
    private DesignerResources resources;
    private GraphPages graphPages;
    private LayerPalette palette;
    private ProjectBlocksWatch blocks;
    private NetworkOutlinePage outline;
    private LayerTypes types;
    private EditedFile file;
    private Design design;
    private Runnable pending = () -> {};

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
        if (design != null && block.getLocation() != null) {
            new LayerPlacement(getGraphicalViewer(), shown())
                    .add(BlockReferences.to(file.path(), block.getLocation().toPath()));
            getGraphicalViewer().getControl().setFocus();
        }
    }

    private void append(EClass type) {
        if (design != null) {
            new LayerPlacement(getGraphicalViewer(), shown()).add(new NewLayerOf(types.catalog(), type).getNewObject());
            getGraphicalViewer().getControl().setFocus();
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
        closeDesign();
        design = new Design(network, file.project(), resources, getCommandStack(), uiThread);
        design.analysis().onResult(this::showAnalysis);
        design.edits().onEntry(() -> firePropertyChange(PROP_DIRTY));
        getGraphicalViewer().setEditPartFactory(new NetworkPartFactory(design.context()));
        getGraphicalViewer().setContents(network);
        graphPages.reset(network);
        getCommandStack().flush();
        getCommandStack().markSaveLocation();
        pages.showDesigner();
        root.showOpened();
        getGraphicalViewer().setSelection(new StructuredSelection(getGraphicalViewer().getContents()));
        showOutlineLater(design);
        firePropertyChange(PROP_DIRTY);
        pending.run();
        pending = () -> {};
    }

    /** The canvas is seen first: the tree of a large network takes its time. */
    private void showOutlineLater(Design opened) {
        getSite().getShell().getDisplay().timerExec(OUTLINE_MILLIS, () -> {
            if (design == opened && outline != null) {
                outline.show(opened.context());
            }
        });
    }

    /** Shows why the network could not be read. */
    void showBroken(ReportedException error) {
        closeDesign();
        pages.showBroken(error);
    }

    private void closeDesign() {
        if (design != null) {
            design.close();
            design = null;
        }
    }

    private void showAnalysis(AnalysisSnapshot snapshot) {
        if (getGraphicalViewer().getContents() instanceof GraphPart part) {
            part.showAnalysis();
        }
        file.showProblems(snapshot.problems(), design.network());
        analysisListeners.forEach(listener -> listener.accept(snapshot));
    }

    private void restyle(DiagramStyle style) {
        pages.restyle(style.colors());
        getGraphicalViewer().getControl().setBackground(style.colors().canvas());
        if (getGraphicalViewer().getContents() instanceof GraphPart part) {
            part.restyle();
        }
    }

    @Override
    public void addAnalysisListener(Consumer<AnalysisSnapshot> listener) {
        analysisListeners.add(listener);
    }

    @Override
    public void removeAnalysisListener(Consumer<AnalysisSnapshot> listener) {
        analysisListeners.remove(listener);
    }

    @Override
    public Network network() {
        return design == null ? null : design.network();
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
        return design != null && getGraphicalViewer().getContents() instanceof GraphPart part ? part.model() : null;
    }

    @Override
    public void show(LayerGraph graph) {
        if (graph != shown()) {
            getGraphicalViewer().setContents(graph);
            root.showOpened();
            graphPages.select(graph);
            getGraphicalViewer().setSelection(new StructuredSelection(getGraphicalViewer().getContents()));
        }
    }

    @Override
    protected void createGraphicalViewer(Composite parent) {
        graphPages = new GraphPages(parent, this::show);
        super.createGraphicalViewer(graphPages.canvas());
        FindBar find = new FindBar(graphPages.composite(), this, getGraphicalViewer());
        register(FindAction.open(find));
        register(FindAction.next(find));
        register(FindAction.previous(find));
    }

    @Override
    public Optional<DesignContext> context() {
        return Optional.ofNullable(design).map(Design::context);
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
        return design == null ? AnalysisSnapshot.nothing() : design.analysis().current();
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
        return design.edits();
    }

    @Override
    public IAction action(String id) {
        return getActionRegistry().getAction(id);
    }

    @Override
    public void reveal(String layerId) {
        Layer layer = design == null ? null : design.layer(layerId);
        if (layer != null && !getGraphicalViewer().getEditPartRegistry().containsKey(layer)) {
            Wiring.graphOf(layer).ifPresent(this::show);
        }
        if (layer != null && getGraphicalViewer().getEditPartRegistry().get(layer) instanceof EditPart part) {
            getGraphicalViewer().select(part);
            getGraphicalViewer().reveal(part);
        }
    }

    @Override
    public void whenOpen(Runnable task) {
        if (design != null) {
            task.run();
            return;
        }
        Runnable before = pending;
        pending = () -> {
            before.run();
            task.run();
        };
    }

    @Override
    public void fix(String check, String layerId, String label) {
        whenOpen(() -> design.analysis().fix(new WantedFix(check, layerId, label), change -> {
            getCommandStack().execute(change);
            reveal(layerId);
        }));
    }

    @Override
    public void choose(Path experiment) {
        whenOpen(() -> design.analysis().choose(experiment));
    }

    @Override
    public void dismiss(Problem advice) {
        whenOpen(() -> design.analysis().dismiss(advice));
    }

    @Override
    public void restoreAdvice() {
        whenOpen(() -> design.analysis().restoreAdvice());
    }

    @Override
    public void commandStackChanged(EventObject event) {
        super.commandStackChanged(event);
        graphPages.refresh();
        firePropertyChange(PROP_DIRTY);
    }

    @Override
    public boolean isDirty() {
        return super.isDirty() || design != null && design.edits().isTyping();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        finishEntry();
        if (design != null && file.save(design.network())) {
            getCommandStack().markSaveLocation();
        } else {
            monitor.setCanceled(true);
        }
        firePropertyChange(PROP_DIRTY);
    }

    @Override
    public void doSaveAs() {
        finishEntry();
        if (design != null) {
            file.saveAs(design.network());
        }
    }

    /** What is typed in the Properties view is saved, too. */
    private void finishEntry() {
        if (design != null) {
            design.edits().finish();
        }
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    /** Follows the file to its new place. */
    void followTo(EditedFile moved, FileEditorInput input) {
        file.close();
        file = moved;
        if (design != null) {
            design.analysis().follow(moved.project());
        }
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
            if (design != null) {
                outline.show(design.context());
            }
        }
        return outline;
    }

    @Override
    public void dispose() {
        file.close();
        if (blocks != null) {
            blocks.close();
        }
        closeDesign();
        super.dispose();
        if (resources != null) {
            resources.close();
        }
    }
}
