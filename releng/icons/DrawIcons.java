// SPDX-License-Identifier: EPL-2.0
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/**
 * Draws the icons of layer types, of the designer and some of the rest of the window in 16×16 and 32×32. Their middle tones stand out from light and from
 * dark surfaces. Run it after a change: {@code java releng/icons/DrawIcons.java bundles}
 */
public final class DrawIcons {
    private static final Color BLUE = new Color(0x4A8AEC);
    private static final Color VIOLET = new Color(0x9277E8);
    private static final Color TEAL = new Color(0x22A3A6);
    private static final Color GREEN = new Color(0x43A861);
    private static final Color AMBER = new Color(0xC2861F);
    private static final Color OLIVE = new Color(0xA39334);
    private static final Color BRICK = new Color(0xD06E52);
    private static final Color STEEL = new Color(0x6A8CB3);
    private static final Color PINK = new Color(0xD85593);
    private static final Color PURPLE = new Color(0xB55ACB);
    private static final Color INDIGO = new Color(0x6077CC);
    private static final Color GREY = new Color(0x858F9E);
    private static final Color ORANGE = new Color(0xE0771F);

    private static final String LAYERS = "org.vesalius.network/icons/";
    private static final String TOOLS = "org.vesalius.network.ui/icons/";
    private static final String EXPERIMENTS = "org.vesalius.experiment.ui/icons/";
    private static final String WINDOW = "org.vesalius.product/icons/";

    private final Graphics2D graphics;

    private DrawIcons(Graphics2D graphics, Color color) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(color);
    }

    /** @param arguments the folder of the bundles */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, Glyph> entry : glyphs().entrySet()) {
            draw(folder, entry.getKey(), entry.getValue());
        }
    }

    private static void draw(Path folder, String name, Glyph glyph) throws IOException {
        for (int scale = 1; scale <= 2; scale++) {
            int size = glyph.size() * scale;
            BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.scale(size / 16.0, size / 16.0);
            glyph.drawing().accept(new DrawIcons(graphics, glyph.color()));
            graphics.dispose();
            Path file = folder.resolve(name + (scale == 1 ? "" : "@2x") + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }

    private record Glyph(Color color, Consumer<DrawIcons> drawing, int size) {
        Glyph(Color color, Consumer<DrawIcons> drawing) {
            this(color, drawing, 16);
        }
    }

    private static Map<String, Glyph> glyphs() {
        Map<String, Glyph> all = new TreeMap<>();
        addCore(all);
        addShapes(all);
        addActivations(all);
        addRegularisations(all);
        addConvolutions(all);
        addPoolings(all);
        addNormalisations(all);
        addSequenceLayers(all);
        addMerges(all);
        addBlocks(all);
        addTools(all);
        addAlignments(all);
        addWindow(all);
        addImports(all);
        return all;
    }

    private static void addWindow(Map<String, Glyph> all) {
        all.put(WINDOW + "help", new Glyph(BLUE, DrawIcons::help));
        all.put(WINDOW + "advice", new Glyph(BLUE, DrawIcons::advice));
        all.put(EXPERIMENTS + "image", new Glyph(GREY, DrawIcons::image));
        all.put(EXPERIMENTS + "new-dataset", new Glyph(GREY, DrawIcons::newDataset));
    }

    /** Of the kinds of files that data sets are made of, twice as large. */
    private static void addImports(Map<String, Glyph> all) {
        Map<String, Consumer<DrawIcons>> drawings = Map.of("files", DrawIcons::files, "images", DrawIcons::images, "table",
                DrawIcons::table, "sequences", DrawIcons::sequences, "npz", DrawIcons::arrays, "nifti", DrawIcons::volume,
                "masks", DrawIcons::masks, "coco", DrawIcons::boxes, "voc", DrawIcons::boxes, "yolo", DrawIcons::boxes);
        drawings.forEach((kind, drawing) -> all.put(EXPERIMENTS + "import-" + kind, new Glyph(GREY, drawing, 32)));
    }

    private static void addCore(Map<String, Glyph> all) {
        all.put(TOOLS + "layer", new Glyph(GREY, DrawIcons::plainLayer));
        all.put(LAYERS + "Placeholder", new Glyph(GREY, DrawIcons::placeholder));
        all.put(LAYERS + "Input", new Glyph(BLUE, DrawIcons::input));
        all.put(LAYERS + "Output", new Glyph(ORANGE, DrawIcons::output));
        all.put(LAYERS + "Dense", new Glyph(VIOLET, DrawIcons::dense));
    }

    private static void addShapes(Map<String, Glyph> all) {
        all.put(LAYERS + "Flatten", new Glyph(STEEL, DrawIcons::flatten));
        all.put(LAYERS + "Reshape", new Glyph(STEEL, DrawIcons::reshape));
        all.put(LAYERS + "Permute", new Glyph(STEEL, DrawIcons::permute));
        all.put(LAYERS + "RepeatVector", new Glyph(STEEL, DrawIcons::repeatVector));
        for (int axes = 1; axes <= 3; axes++) {
            int dimension = axes;
            all.put(LAYERS + "ZeroPadding" + axes + "D", new Glyph(STEEL, icon -> icon.padding(dimension)));
            all.put(LAYERS + "Cropping" + axes + "D", new Glyph(STEEL, icon -> icon.cropping(dimension)));
            all.put(LAYERS + "UpSampling" + axes + "D", new Glyph(STEEL, icon -> icon.upSampling(dimension)));
        }
    }

    private static void addActivations(Map<String, Glyph> all) {
        all.put(LAYERS + "Activation", new Glyph(BRICK, DrawIcons::activation));
        all.put(LAYERS + "LeakyReLU", new Glyph(BRICK, DrawIcons::leakyReLU));
        all.put(LAYERS + "ELU", new Glyph(BRICK, DrawIcons::elu));
        all.put(LAYERS + "PReLU", new Glyph(BRICK, DrawIcons::prelu));
    }

    private static void addRegularisations(Map<String, Glyph> all) {
        all.put(LAYERS + "Dropout", new Glyph(OLIVE, DrawIcons::dropout));
        all.put(LAYERS + "SpatialDropout", new Glyph(OLIVE, DrawIcons::spatialDropout));
        all.put(LAYERS + "GaussianDropout", new Glyph(OLIVE, DrawIcons::gaussianDropout));
        all.put(LAYERS + "AlphaDropout", new Glyph(OLIVE, DrawIcons::alphaDropout));
        all.put(LAYERS + "GaussianNoise", new Glyph(OLIVE, DrawIcons::noise));
    }

    private static void addConvolutions(Map<String, Glyph> all) {
        all.put(LAYERS + "Convolution1D", new Glyph(TEAL, DrawIcons::convolution1D));
        all.put(LAYERS + "Convolution2D", new Glyph(TEAL, DrawIcons::convolution2D));
        all.put(LAYERS + "Convolution3D", new Glyph(TEAL, DrawIcons::convolution3D));
        all.put(LAYERS + "DepthwiseConvolution2D", new Glyph(TEAL, DrawIcons::depthwise));
        all.put(LAYERS + "SeparableConvolution2D", new Glyph(TEAL, DrawIcons::separable));
        for (int axes = 1; axes <= 3; axes++) {
            int dimension = axes;
            all.put(LAYERS + "TransposedConvolution" + axes + "D", new Glyph(TEAL, icon -> icon.transposed(dimension)));
        }
    }

    private static void addPoolings(Map<String, Glyph> all) {
        all.put(LAYERS + "Pooling1D", new Glyph(GREEN, DrawIcons::pooling1D));
        all.put(LAYERS + "Pooling2D", new Glyph(GREEN, DrawIcons::pooling2D));
        all.put(LAYERS + "Pooling3D", new Glyph(GREEN, DrawIcons::pooling3D));
        all.put(LAYERS + "GlobalPooling", new Glyph(GREEN, DrawIcons::globalPooling));
    }

    private static void addNormalisations(Map<String, Glyph> all) {
        all.put(LAYERS + "BatchNormalization", new Glyph(AMBER, DrawIcons::bell));
        all.put(LAYERS + "LayerNormalization", new Glyph(AMBER, DrawIcons::layeredBell));
        all.put(LAYERS + "GroupNormalization", new Glyph(AMBER, DrawIcons::groupedBells));
        all.put(LAYERS + "Normalization", new Glyph(AMBER, DrawIcons::centredBell));
        all.put(LAYERS + "Rescaling", new Glyph(AMBER, DrawIcons::ruler));
    }

    private static void addSequenceLayers(Map<String, Glyph> all) {
        all.put(LAYERS + "Embedding", new Glyph(PINK, DrawIcons::embedding));
        all.put(LAYERS + "SimpleRNN", new Glyph(PINK, DrawIcons::loop));
        all.put(LAYERS + "LSTM", new Glyph(PINK, DrawIcons::gatedLoop));
        all.put(LAYERS + "GRU", new Glyph(PINK, DrawIcons::dottedLoop));
        all.put(LAYERS + "LastTimeStep", new Glyph(PINK, DrawIcons::lastStep));
        all.put(LAYERS + "Masking", new Glyph(PINK, DrawIcons::masking));
        all.put(LAYERS + "Bidirectional", new Glyph(PINK, DrawIcons::bothWays));
        all.put(LAYERS + "TimeDistributed", new Glyph(PINK, DrawIcons::clock));
        all.put(LAYERS + "SelfAttention", new Glyph(PURPLE, DrawIcons::eye));
        all.put(LAYERS + "MultiHeadAttention", new Glyph(PURPLE, DrawIcons::eyes));
        all.put(LAYERS + "PositionalEncoding", new Glyph(PURPLE, DrawIcons::waves));
    }

    private static void addMerges(Map<String, Glyph> all) {
        all.put(LAYERS + "Concatenate", new Glyph(GREY, DrawIcons::concatenate));
        all.put(LAYERS + "Add", new Glyph(GREY, DrawIcons::add));
        all.put(LAYERS + "Subtract", new Glyph(GREY, icon -> icon.ringed(5, 8, 11, 8)));
        all.put(LAYERS + "Multiply", new Glyph(GREY, DrawIcons::multiply));
        all.put(LAYERS + "Average", new Glyph(GREY, DrawIcons::average));
        all.put(LAYERS + "Maximum", new Glyph(GREY, icon -> icon.ringed(5, 9.5, 8, 5.5, 11, 9.5)));
        all.put(LAYERS + "Minimum", new Glyph(GREY, icon -> icon.ringed(5, 6.5, 8, 10.5, 11, 6.5)));
        all.put(LAYERS + "Dot", new Glyph(GREY, DrawIcons::dotProduct));
    }

    private static void addBlocks(Map<String, Glyph> all) {
        all.put(LAYERS + "Block", new Glyph(INDIGO, DrawIcons::block));
        all.put(LAYERS + "BlockReference", new Glyph(INDIGO, DrawIcons::blockFile));
        all.put(LAYERS + "BlockInput", new Glyph(INDIGO, DrawIcons::input));
        all.put(LAYERS + "BlockOutput", new Glyph(INDIGO, DrawIcons::blockOutput));
    }

    private static void addTools(Map<String, Glyph> all) {
        all.put(TOOLS + "network", new Glyph(BLUE, DrawIcons::network));
        all.put(TOOLS + "add", new Glyph(GREY, DrawIcons::addLayer));
        all.put(TOOLS + "connect", new Glyph(GREY, DrawIcons::connect));
        all.put(TOOLS + "duplicate", new Glyph(GREY, DrawIcons::duplicate));
        all.put(TOOLS + "group", new Glyph(GREY, DrawIcons::group));
        all.put(TOOLS + "ungroup", new Glyph(GREY, DrawIcons::ungroup));
        all.put(TOOLS + "expand", new Glyph(GREY, DrawIcons::expand));
        all.put(TOOLS + "open", new Glyph(GREY, DrawIcons::open));
        all.put(TOOLS + "arrange", new Glyph(GREY, DrawIcons::arrange));
        all.put(TOOLS + "grid", new Glyph(GREY, DrawIcons::grid));
        all.put(TOOLS + "snap", new Glyph(GREY, DrawIcons::magnet));
        all.put(TOOLS + "fit", new Glyph(GREY, DrawIcons::fit));
        all.put(TOOLS + "fit-selection", new Glyph(GREY, DrawIcons::fitSelection));
        all.put(TOOLS + "true-size", new Glyph(GREY, DrawIcons::trueSize));
        all.put(TOOLS + "analyser", new Glyph(BLUE, DrawIcons::analyser));
    }

    private static void addAlignments(Map<String, Glyph> all) {
        all.put(TOOLS + "align-left", new Glyph(GREY, icon -> icon.alignedAcross(2)));
        all.put(TOOLS + "align-centre", new Glyph(GREY, icon -> icon.alignedAcross(8)));
        all.put(TOOLS + "align-right", new Glyph(GREY, icon -> icon.alignedAcross(14)));
        all.put(TOOLS + "align-top", new Glyph(GREY, icon -> icon.alignedDown(2)));
        all.put(TOOLS + "align-middle", new Glyph(GREY, icon -> icon.alignedDown(8)));
        all.put(TOOLS + "align-bottom", new Glyph(GREY, icon -> icon.alignedDown(14)));
        all.put(TOOLS + "distribute-across", new Glyph(GREY, DrawIcons::distributedAcross));
        all.put(TOOLS + "distribute-down", new Glyph(GREY, icon -> icon.turned(DrawIcons::distributedAcross)));
    }

    /** Bars of different length: what each layer costs. */
    private void analyser() {
        line(2, 2, 2, 14);
        graphics.setStroke(new BasicStroke(2.2f));
        line(4.5, 4, 13, 4);
        line(4.5, 8, 9, 8);
        line(4.5, 12, 6.5, 12);
    }

    private void plainLayer() {
        stroke(new RoundRectangle2D.Double(2, 4, 12, 8, 3, 3));
    }

    private void input() {
        line(1.5, 8, 9, 8);
        path(6.5, 5, 9.5, 8, 6.5, 11);
        path(10, 2.5, 14, 2.5, 14, 13.5, 10, 13.5);
    }

    private void output() {
        stroke(new Ellipse2D.Double(2, 2, 12, 12));
        stroke(new Ellipse2D.Double(5, 5, 6, 6));
        dot(8, 8, 1.3);
    }

    private void dense() {
        graphics.setStroke(new BasicStroke(0.8f));
        for (double left : new double[] {3, 8, 13}) {
            for (double right : new double[] {5, 11}) {
                line(3.5, left, 12.5, right);
            }
        }
        for (double y : new double[] {3, 8, 13}) {
            dot(3.5, y, 1.9);
        }
        dot(12.5, 5, 1.9);
        dot(12.5, 11, 1.9);
    }

    private void flatten() {
        cell(2, 2, 4);
        cell(6.8, 2, 4);
        cell(2, 6.8, 4);
        cell(6.8, 6.8, 4);
        for (int i = 0; i < 4; i++) {
            fill(new Rectangle2D.Double(1.5 + i * 3.4, 12.6, 2.6, 2));
        }
    }

    private void dropout() {
        dot(4, 4, 2);
        dot(12, 12, 2);
        path(10, 2, 14, 6);
        path(14, 2, 10, 6);
        path(2, 10, 6, 14);
        path(6, 10, 2, 14);
    }

    private void activation() {
        Path2D curve = new Path2D.Double();
        curve.moveTo(1.5, 12.5);
        curve.curveTo(8.5, 12.5, 7.5, 3.5, 14.5, 3.5);
        stroke(curve);
    }

    private void bell() {
        Path2D curve = new Path2D.Double();
        curve.moveTo(1.5, 12);
        curve.curveTo(6, 12, 5.5, 3, 8, 3);
        curve.curveTo(10.5, 3, 10, 12, 14.5, 12);
        stroke(curve);
        line(1.5, 14, 14.5, 14);
    }

    private void concatenate() {
        fill(new RoundRectangle2D.Double(2, 2.5, 3.5, 11, 1.5, 1.5));
        fill(new RoundRectangle2D.Double(7, 2.5, 3.5, 11, 1.5, 1.5));
        stroke(new RoundRectangle2D.Double(12, 3, 2, 10, 1, 1));
    }

    private void add() {
        stroke(new Ellipse2D.Double(2, 2, 12, 12));
        line(8, 5, 8, 11);
        line(5, 8, 11, 8);
    }

    private void convolution1D() {
        for (int i = 0; i < 5; i++) {
            double height = new double[] {5, 9, 12, 7, 4}[i];
            fill(new Rectangle2D.Double(1.5 + i * 2.8, 14 - height, 1.9, height));
        }
        graphics.setStroke(new BasicStroke(1f));
        stroke(new Rectangle2D.Double(3.5, 0.8, 8.3, 14.4));
    }

    private void convolution2D() {
        graphics.setStroke(new BasicStroke(1.1f));
        stroke(new RoundRectangle2D.Double(1.5, 1.5, 13, 13, 2, 2));
        line(5.8, 1.5, 5.8, 14.5);
        line(10.2, 1.5, 10.2, 14.5);
        line(1.5, 5.8, 14.5, 5.8);
        line(1.5, 10.2, 14.5, 10.2);
        fill(new Rectangle2D.Double(1.5, 1.5, 8.7, 8.7));
    }

    private void pooling1D() {
        for (int i = 0; i < 4; i++) {
            cell(1.2 + i * 3.6, 2.5, 2.8);
        }
        funnel();
        cell(4.8, 11, 2.8);
        cell(8.4, 11, 2.8);
    }

    private void pooling2D() {
        cell(1.5, 1.5, 3.6);
        cell(5.9, 1.5, 3.6);
        cell(1.5, 5.9, 3.6);
        cell(5.9, 5.9, 3.6);
        fill(new RoundRectangle2D.Double(10, 10, 5, 5, 1.5, 1.5));
        graphics.setStroke(new BasicStroke(1.2f));
        line(3.5, 12, 7.5, 12);
        path(6.2, 10.6, 7.8, 12, 6.2, 13.4);
    }

    private void globalPooling() {
        for (int i = 0; i < 4; i++) {
            cell(1.2 + i * 3.6, 2, 2.8);
        }
        funnel();
        dot(8, 12.6, 2);
    }

    private void funnel() {
        graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        path(3, 7, 6.6, 9.4);
        path(13, 7, 9.4, 9.4);
    }

    private void embedding() {
        graphics.setStroke(new BasicStroke(1.2f));
        stroke(new RoundRectangle2D.Double(1.8, 1.8, 12.4, 12.4, 2, 2));
        line(1.8, 5.2, 14.2, 5.2);
        line(1.8, 10.6, 14.2, 10.6);
        fill(new Rectangle2D.Double(1.8, 5.2, 12.4, 5.4));
    }

    private void loop() {
        stroke(new Arc2D.Double(2.5, 2.5, 11, 11, 60, 270, Arc2D.OPEN));
        path(8.8, 1.2, 11.2, 3.4, 8.4, 5.2);
    }

    private void gatedLoop() {
        loop();
        fill(new RoundRectangle2D.Double(5.5, 5.8, 5, 4.6, 1, 1));
    }

    private void bothWays() {
        line(2, 5, 13.5, 5);
        path(10.8, 2.2, 13.8, 5, 10.8, 7.8);
        line(2.5, 11, 14, 11);
        path(5.2, 8.2, 2.2, 11, 5.2, 13.8);
    }

    private void clock() {
        stroke(new Ellipse2D.Double(2, 2, 12, 12));
        path(8, 4.8, 8, 8.2, 10.6, 9.6);
    }

    private void network() {
        graphics.setStroke(new BasicStroke(1.1f));
        path(8, 3, 3.5, 8, 8, 13, 12.5, 8, 8, 3);
        dot(8, 3, 2.1);
        dot(3.5, 8, 2.1);
        dot(12.5, 8, 2.1);
        dot(8, 13, 2.1);
    }

    private void connect() {
        stroke(new RoundRectangle2D.Double(1.8, 1.8, 5, 4, 1.5, 1.5));
        stroke(new RoundRectangle2D.Double(9.2, 10.2, 5, 4, 1.5, 1.5));
        path(4.3, 6, 4.3, 12.2, 8.8, 12.2);
        path(6.8, 10.4, 8.8, 12.2, 6.8, 14);
    }

    private void arrange() {
        fill(new RoundRectangle2D.Double(5, 1, 6, 3.4, 1, 1));
        fill(new RoundRectangle2D.Double(1, 11.6, 6, 3.4, 1, 1));
        fill(new RoundRectangle2D.Double(9, 11.6, 6, 3.4, 1, 1));
        graphics.setStroke(new BasicStroke(1.2f));
        path(8, 4.4, 8, 8, 4, 8, 4, 11.6);
        path(8, 8, 12, 8, 12, 11.6);
    }

    private void fit() {
        path(2, 5.5, 2, 2, 5.5, 2);
        path(10.5, 2, 14, 2, 14, 5.5);
        path(14, 10.5, 14, 14, 10.5, 14);
        path(5.5, 14, 2, 14, 2, 10.5);
        fill(new RoundRectangle2D.Double(5.4, 5.4, 5.2, 5.2, 1, 1));
    }

    private void placeholder() {
        graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {2, 2},
                0));
        stroke(new RoundRectangle2D.Double(2, 3, 12, 10, 3, 3));
        graphics.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        path(6.4, 6.4, 6.8, 5.6, 8, 5.2, 9.3, 5.8, 9.4, 6.9, 8, 8, 8, 8.6);
        dot(8, 10.7, 0.9);
    }

    private void reshape() {
        stroke(new Rectangle2D.Double(1.5, 2, 5, 12));
        stroke(new Rectangle2D.Double(9, 5.5, 6, 5));
        path(6.8, 8, 8.6, 8);
    }

    private void permute() {
        line(3, 4.5, 13, 11.5);
        path(10.2, 11.8, 13, 11.5, 12.6, 8.8);
        line(3, 11.5, 13, 4.5);
        path(10.2, 4.2, 13, 4.5, 12.6, 7.2);
    }

    private void repeatVector() {
        fill(new RoundRectangle2D.Double(1.5, 3, 2.6, 10, 1, 1));
        graphics.setStroke(new BasicStroke(1.1f));
        for (int i = 0; i < 3; i++) {
            stroke(new RoundRectangle2D.Double(6 + i * 3.2, 3.5, 1.8, 9, 1, 1));
        }
    }

    private void padding(int axes) {
        graphics.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {2, 1.4f},
                0));
        stroke(new Rectangle2D.Double(1.5, 1.5, 13, 13));
        fill(new Rectangle2D.Double(4.8, 4.8, 6.4, 6.4));
        number(axes);
    }

    private void cropping(int axes) {
        path(4.5, 1, 4.5, 11.5, 15, 11.5);
        path(1, 4.5, 11.5, 4.5, 11.5, 15);
        number(axes);
    }

    private void upSampling(int axes) {
        fill(new Rectangle2D.Double(1.5, 10.5, 4, 4));
        graphics.setStroke(new BasicStroke(1.1f));
        stroke(new Rectangle2D.Double(6.5, 1.5, 8, 8));
        path(4, 8.5, 4, 5, 4, 8.5);
        number(axes);
    }

    /** A digit in the lower right corner tells the number of axes; two go without saying. */
    private void number(int axes) {
        if (axes == 2) {
            return;
        }
        Color color = graphics.getColor();
        graphics.setComposite(AlphaComposite.Clear);
        fill(new Rectangle2D.Double(9.2, 8.2, 6.8, 7.8));
        graphics.setComposite(AlphaComposite.SrcOver);
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (axes == 1) {
            path(11, 10.4, 12.6, 9.4, 12.6, 15);
        } else {
            path(10.6, 9.6, 14, 9.6, 12.2, 11.8, 13.6, 12, 14.2, 13.4, 13.2, 14.8, 11.6, 15, 10.6, 14.4);
        }
    }

    private void leakyReLU() {
        path(1.5, 10.8, 8, 8.6, 14, 2.5);
        axes();
    }

    private void elu() {
        Path2D curve = new Path2D.Double();
        curve.moveTo(1.5, 12);
        curve.curveTo(5, 12, 6.5, 10.5, 8, 8.6);
        curve.lineTo(14, 2.5);
        stroke(curve);
        axes();
    }

    private void prelu() {
        path(1.5, 12, 8, 8.6, 14, 2.5);
        dot(3.6, 11, 1.7);
        axes();
    }

    private void axes() {
        graphics.setStroke(new BasicStroke(0.7f));
        line(1.5, 8.6, 14.5, 8.6);
        line(8, 1.5, 8, 14.5);
    }

    private void spatialDropout() {
        cell(1.5, 1.5, 5.5);
        cell(9, 9, 5.5);
        path(9.6, 2, 14, 6.4);
        path(14, 2, 9.6, 6.4);
        path(2, 9.6, 6.4, 14);
        path(6.4, 9.6, 2, 14);
    }

    private void gaussianDropout() {
        curve(9.5);
        dot(3.4, 13, 1.5);
        dot(8, 13, 1.5);
        path(11.2, 11.6, 14, 14.4);
        path(14, 11.6, 11.2, 14.4);
    }

    private void alphaDropout() {
        Path2D curve = new Path2D.Double();
        curve.moveTo(9.8, 3);
        curve.curveTo(8.5, 10, 1.5, 11.5, 1.8, 7);
        curve.curveTo(2.2, 2.4, 7, 3.5, 10, 11);
        stroke(curve);
        path(10.8, 10.8, 14.2, 14.2);
        path(14.2, 10.8, 10.8, 14.2);
    }

    private void noise() {
        graphics.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        path(1, 9, 2.5, 6, 4, 11, 5.5, 3, 7, 13, 8.5, 5.5, 10, 11.5, 11.5, 4.5, 13, 10, 15, 7.5);
    }

    private void convolution3D() {
        cube();
        fill(new Rectangle2D.Double(1.5, 5, 5, 5));
    }

    private void cube() {
        graphics.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        stroke(new Rectangle2D.Double(1.5, 5, 9.5, 9.5));
        path(1.5, 5, 5, 1.5, 14.5, 1.5, 11, 5);
        path(14.5, 1.5, 14.5, 11, 11, 14.5);
    }

    private void depthwise() {
        graphics.setStroke(new BasicStroke(1.1f));
        for (int i = 2; i >= 0; i--) {
            Rectangle2D sheet = new Rectangle2D.Double(1.5 + i * 3, 7 - i * 2.7, 7, 7);
            stroke(sheet);
        }
        fill(new Rectangle2D.Double(1.5, 7, 4, 4));
    }

    private void separable() {
        graphics.setStroke(new BasicStroke(1.1f));
        stroke(new Rectangle2D.Double(1.5, 4, 6, 8));
        fill(new Rectangle2D.Double(1.5, 4, 3, 4));
        dot(12, 8, 2.2);
        line(8.4, 8, 9.6, 8);
    }

    private void transposed(int axes) {
        graphics.setStroke(new BasicStroke(1.1f));
        fill(new Rectangle2D.Double(1.5, 1.5, 3.6, 3.6));
        stroke(new Rectangle2D.Double(1.5, 1.5, 13, 13));
        line(5.8, 1.5, 5.8, 14.5);
        line(1.5, 5.8, 14.5, 5.8);
        path(7.6, 7.6, 11.6, 11.6);
        path(8.8, 11.8, 11.8, 11.8, 11.8, 8.8);
        number(axes);
    }

    private void pooling3D() {
        cube();
        cell(3.4, 7, 5.6);
    }

    private void layeredBell() {
        curve(8);
        line(1.5, 10.5, 14.5, 10.5);
        line(1.5, 13, 14.5, 13);
    }

    private void groupedBells() {
        path(1.5, 9.5, 2.5, 9, 4.2, 3, 5.9, 9, 6.9, 9.5);
        path(9.1, 9.5, 10.1, 9, 11.8, 3, 13.5, 9, 14.5, 9.5);
        line(1.5, 13, 6.9, 13);
        line(9.1, 13, 14.5, 13);
    }

    private void centredBell() {
        curve(12);
        line(8, 1.5, 8, 14.5);
        line(1.5, 14, 14.5, 14);
    }

    private void curve(double bottom) {
        Path2D curve = new Path2D.Double();
        curve.moveTo(1.5, bottom);
        curve.curveTo(6, bottom, 5.5, 2, 8, 2);
        curve.curveTo(10.5, 2, 10, bottom, 14.5, bottom);
        stroke(curve);
    }

    private void ruler() {
        graphics.setStroke(new BasicStroke(1.2f));
        stroke(new RoundRectangle2D.Double(1.2, 5, 13.6, 6, 1, 1));
        for (int i = 0; i < 4; i++) {
            line(3.6 + i * 2.9, 5, 3.6 + i * 2.9, i % 2 == 0 ? 8.4 : 7.2);
        }
    }

    private void dottedLoop() {
        loop();
        dot(8, 8, 2.2);
    }

    private void lastStep() {
        for (int i = 0; i < 3; i++) {
            stroke(new RoundRectangle2D.Double(1.5 + i * 3.4, 5, 1.4, 6, 1, 1));
        }
        fill(new RoundRectangle2D.Double(11.4, 3.5, 3.4, 9, 1, 1));
    }

    private void masking() {
        for (int i = 0; i < 2; i++) {
            fill(new RoundRectangle2D.Double(1.5 + i * 3.6, 4, 2.4, 8, 1, 1));
        }
        graphics.setStroke(new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {1.5f, 1.2f},
                0));
        stroke(new RoundRectangle2D.Double(8.9, 4.4, 2, 7.2, 1, 1));
        stroke(new RoundRectangle2D.Double(12.5, 4.4, 2, 7.2, 1, 1));
    }

    private void eye() {
        eyeAt(8, 13);
    }

    private void eyes() {
        eyeAt(5, 12);
        graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        eyeAt(11, 12);
    }

    private void eyeAt(double y, double width) {
        Path2D lid = new Path2D.Double();
        double left = 8 - width / 2;
        lid.moveTo(left, y);
        lid.quadTo(8, y - 6.5, left + width, y);
        lid.quadTo(8, y + 6.5, left, y);
        graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        stroke(lid);
        dot(8, y, 1.7);
    }

    private void waves() {
        for (int i = 0; i < 2; i++) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(1.5, 5 + i * 6);
            wave.curveTo(5, -1 + i * 6, 6, 11 + i * 6, 9, 5 + i * 6);
            wave.curveTo(11, 1 + i * 6, 12, 3 + i * 6, 14.5, 7 + i * 6);
            stroke(wave);
        }
    }

    private void ringed(double... points) {
        stroke(new Ellipse2D.Double(2, 2, 12, 12));
        path(points);
    }

    private void multiply() {
        ringed(5.8, 5.8, 10.2, 10.2);
        line(5.8, 10.2, 10.2, 5.8);
    }

    private void average() {
        ringed(5, 6.6, 11, 6.6);
        line(5, 9.6, 11, 9.6);
    }

    private void dotProduct() {
        stroke(new Ellipse2D.Double(2, 2, 12, 12));
        dot(8, 8, 2.2);
    }

    private void block() {
        graphics.setStroke(new BasicStroke(1.1f));
        line(5, 1.5, 11, 1.5);
        line(3.5, 3.8, 12.5, 3.8);
        stroke(new RoundRectangle2D.Double(2, 6, 12, 8.5, 2, 2));
        cell(4.6, 8.6, 3);
        cell(8.6, 8.6, 3);
    }

    private void blockFile() {
        graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        path(9.5, 1.5, 3, 1.5, 3, 14.5, 13, 14.5, 13, 5, 9.5, 1.5, 9.5, 5, 13, 5);
        cell(5.2, 8.4, 2.6);
        cell(8.6, 8.4, 2.6);
    }

    private void blockOutput() {
        path(6, 2.5, 2, 2.5, 2, 13.5, 6, 13.5);
        line(6.5, 8, 14, 8);
        path(11.2, 5, 14.2, 8, 11.2, 11);
    }

    private void addLayer() {
        stroke(new RoundRectangle2D.Double(1.5, 2, 9, 6, 2, 2));
        line(11, 9, 11, 15);
        line(8, 12, 14, 12);
    }

    private void duplicate() {
        stroke(new RoundRectangle2D.Double(1.5, 1.5, 8.5, 6, 2, 2));
        fill(new RoundRectangle2D.Double(5.5, 8.5, 9, 6, 2, 2));
    }

    private void group() {
        graphics.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {2, 1.4f},
                0));
        stroke(new Rectangle2D.Double(1.5, 1.5, 13, 13));
        cell(4, 4, 3.6);
        cell(8.4, 8.4, 3.6);
    }

    private void ungroup() {
        cell(1.5, 1.5, 5);
        cell(9.5, 9.5, 5);
        graphics.setStroke(new BasicStroke(1.2f));
        path(8, 8, 13, 3);
        path(10, 2.8, 13.2, 2.8, 13.2, 6);
    }

    private void expand() {
        stroke(new RoundRectangle2D.Double(2, 2, 12, 12, 2, 2));
        path(5, 6.4, 8, 4, 11, 6.4);
        path(5, 9.6, 8, 12, 11, 9.6);
    }

    private void open() {
        path(7, 2.5, 2, 2.5, 2, 14, 13.5, 14, 13.5, 9);
        line(8, 8, 14, 2);
        path(10, 2, 14, 2, 14, 6);
    }

    private void grid() {
        graphics.setStroke(new BasicStroke(1f));
        for (double at : new double[] {3.5, 8, 12.5}) {
            line(at, 1.5, at, 14.5);
            line(1.5, at, 14.5, at);
        }
    }

    private void magnet() {
        graphics.setStroke(new BasicStroke(2.6f));
        stroke(new Arc2D.Double(3, 5, 10, 9, 180, 180, Arc2D.OPEN));
        line(3, 9.5, 3, 5.5);
        line(13, 9.5, 13, 5.5);
        graphics.setStroke(new BasicStroke(1.4f));
        line(1.6, 2.8, 4.4, 2.8);
        line(11.6, 2.8, 14.4, 2.8);
    }

    private void fitSelection() {
        path(2, 5.5, 2, 2, 5.5, 2);
        path(10.5, 2, 14, 2, 14, 5.5);
        path(14, 10.5, 14, 14, 10.5, 14);
        path(5.5, 14, 2, 14, 2, 10.5);
        graphics.setStroke(new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {1.6f, 1.2f},
                0));
        stroke(new Rectangle2D.Double(5, 5, 6, 6));
    }

    private void trueSize() {
        path(2.5, 5, 4.5, 3.5, 4.5, 12.5);
        path(10, 5, 12, 3.5, 12, 12.5);
        dot(8, 6, 1.1);
        dot(8, 10, 1.1);
    }

    private void alignedAcross(double line) {
        line(line, 1.5, line, 14.5);
        bar(line, 3.6, 9);
        bar(line, 9.2, 5.5);
    }

    private void bar(double line, double y, double length) {
        double x = line < 5 ? line + 1.8 : line > 11 ? line - 1.8 - length : line - length / 2;
        fill(new RoundRectangle2D.Double(x, y, length, 3.4, 1, 1));
    }

    private void alignedDown(double line) {
        turned(icon -> icon.alignedAcross(line));
    }

    /** Rows become columns. */
    private void turned(Consumer<DrawIcons> drawing) {
        graphics.transform(new AffineTransform(0, 1, 1, 0, 0, 0));
        drawing.accept(this);
    }

    private void distributedAcross() {
        line(1.5, 2, 1.5, 14);
        line(14.5, 2, 14.5, 14);
        fill(new RoundRectangle2D.Double(3.8, 5, 2.6, 6, 1, 1));
        fill(new RoundRectangle2D.Double(9.6, 5, 2.6, 6, 1, 1));
    }

    private void advice() {
        dot(8, 8, 6.5);
        graphics.setColor(Color.WHITE);
        dot(8, 4.9, 1.1);
        line(8, 7.6, 8, 11.4);
    }

    private void help() {
        dot(8, 8, 6.5);
        graphics.setColor(Color.WHITE);
        stroke(new Arc2D.Double(5.7, 3.9, 4.6, 4.6, 180, -225, Arc2D.OPEN));
        line(8.1, 9, 9.4, 7.7);
        dot(8, 11.7, 1);
    }

    private void image() {
        photograph(1.5, 2.5, 13, 11);
    }

    private void newDataset() {
        graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        path(4, 2, 14.2, 2, 14.2, 8);
        photograph(1, 4, 10.6, 9);
        graphics.setColor(GREEN);
        dot(12, 12, 3.9);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(1.3f));
        line(12, 9.7, 12, 14.3);
        line(9.7, 12, 14.3, 12);
    }

    private void fine() {
        graphics.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private void files() {
        fine();
        path(9.5, 1.5, 3, 1.5, 3, 14.5, 13, 14.5, 13, 5, 9.5, 1.5, 9.5, 5, 13, 5);
        line(5, 8, 11, 8);
        line(5, 11, 11, 11);
    }

    /** Photographs in two folders. */
    private void images() {
        fine();
        for (int folder = 0; folder < 2; folder++) {
            double y = 1.2 + folder * 7.6;
            graphics.setColor(folder == 0 ? BLUE : ORANGE);
            path(1, y + 1.2, 1, y, 3, y, 3.8, y + 1.2, 5.5, y + 1.2, 5.5, y + 4.6, 1, y + 4.6, 1, y + 1.2);
            graphics.setColor(GREY);
            photograph(7, y, 7.8, 5.8);
        }
    }

    private void table() {
        fine();
        graphics.setColor(BLUE);
        fill(new Rectangle2D.Double(1.5, 2.5, 13, 3));
        graphics.setColor(GREY);
        stroke(new Rectangle2D.Double(1.5, 2.5, 13, 11));
        for (int i = 1; i < 3; i++) {
            line(1.5 + i * 4.3, 2.5, 1.5 + i * 4.3, 13.5);
            line(1.5, 5.5 + i * 2.7, 14.5, 5.5 + i * 2.7);
        }
    }

    private void sequences() {
        fine();
        graphics.setColor(TEAL);
        path(1, 5, 3.5, 5, 4.5, 3.6, 5.5, 5, 6.3, 5.5, 7.3, 1.2, 8.4, 7, 9.2, 5, 11, 5, 12, 4, 13, 5, 15, 5);
        graphics.setColor(VIOLET);
        path(1, 12, 3, 10.4, 5, 12.6, 7, 11.4, 9, 13.6, 11, 11, 13, 12.6, 15, 10.6);
    }

    /** Three layers of numbers. */
    private void arrays() {
        for (int layer = 0; layer < 3; layer++) {
            graphics.setColor(new Color[] {GREY, STEEL, BLUE}[layer]);
            for (int place = 0; place < 9; place++) {
                fill(new Rectangle2D.Double(6 - layer * 2.3 + place % 3 * 3.1, 1.2 + layer * 2.3 + place / 3 * 3.1, 2.5, 2.5));
            }
        }
    }

    private void volume() {
        fine();
        graphics.setColor(VIOLET);
        path(1.5, 5, 10.5, 5, 10.5, 14.5, 1.5, 14.5, 1.5, 5, 5, 1.5, 14.5, 1.5, 14.5, 11, 10.5, 14.5);
        line(10.5, 5, 14.5, 1.5);
        graphics.setColor(AMBER);
        fill(new Ellipse2D.Double(3.6, 7.4, 4.4, 4.8));
    }

    private void masks() {
        fine();
        stroke(new Rectangle2D.Double(1, 2, 8.5, 8.5));
        graphics.setColor(AMBER);
        fill(new Ellipse2D.Double(3, 4.2, 3.8, 4.2));
        graphics.setColor(GREY);
        fill(new Rectangle2D.Double(6.5, 5.5, 8.5, 8.5));
        graphics.setColor(Color.WHITE);
        fill(new Ellipse2D.Double(8.5, 7.7, 3.8, 4.2));
    }

    private void boxes() {
        photograph(1, 2, 14, 12);
        fine();
        graphics.setColor(PINK);
        stroke(new Rectangle2D.Double(3, 6, 5, 6));
        stroke(new Rectangle2D.Double(9.2, 3.4, 4, 4));
    }

    /** A frame with mountains below a sun. */
    private void photograph(double x, double y, double width, double height) {
        graphics.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        stroke(new RoundRectangle2D.Double(x, y, width, height, 1.5, 1.5));
        graphics.setColor(AMBER);
        dot(x + width * 0.72, y + height * 0.3, 1.2);
        graphics.setColor(BLUE);
        Path2D mountains = new Path2D.Double();
        mountains.moveTo(x + 1, y + height - 1);
        mountains.lineTo(x + width * 0.35, y + height * 0.4);
        mountains.lineTo(x + width * 0.6, y + height * 0.75);
        mountains.lineTo(x + width * 0.72, y + height * 0.6);
        mountains.lineTo(x + width - 1, y + height - 1);
        mountains.closePath();
        fill(mountains);
    }

    private void cell(double x, double y, double size) {
        fill(new RoundRectangle2D.Double(x, y, size, size, 1, 1));
    }

    private void dot(double x, double y, double radius) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private void line(double x1, double y1, double x2, double y2) {
        stroke(new Line2D.Double(x1, y1, x2, y2));
    }

    private void path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        stroke(path);
    }

    private void stroke(Shape shape) {
        graphics.draw(shape);
    }

    private void fill(Shape shape) {
        graphics.fill(shape);
    }
}
