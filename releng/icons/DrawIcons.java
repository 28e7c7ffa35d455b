// SPDX-License-Identifier: EPL-2.0
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
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
 * Draws the icons of the designer in 16×16 and 32×32. Their middle tones stand out from light and from
 * dark surfaces. Run it after a change: {@code java releng/icons/DrawIcons.java bundles/org.vesalius.network.ui/icons}
 */
public final class DrawIcons {
    private static final Color BLUE = new Color(0x4A8AEC);
    private static final Color VIOLET = new Color(0x9277E8);
    private static final Color TEAL = new Color(0x22A3A6);
    private static final Color GREEN = new Color(0x43A861);
    private static final Color AMBER = new Color(0xC2861F);
    private static final Color PINK = new Color(0xD85593);
    private static final Color GREY = new Color(0x858F9E);
    private static final Color ORANGE = new Color(0xE0771F);

    private final Graphics2D graphics;

    private DrawIcons(Graphics2D graphics, Color color) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(color);
    }

    /** @param arguments the folder for the icons */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, Glyph> entry : glyphs().entrySet()) {
            draw(folder, entry.getKey(), entry.getValue());
        }
    }

    private static void draw(Path folder, String name, Glyph glyph) throws IOException {
        for (int scale = 1; scale <= 2; scale++) {
            BufferedImage image = new BufferedImage(16 * scale, 16 * scale, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.scale(scale, scale);
            glyph.drawing().accept(new DrawIcons(graphics, glyph.color()));
            graphics.dispose();
            Path file = folder.resolve(name + (scale == 1 ? "" : "@2x") + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }

    private record Glyph(Color color, Consumer<DrawIcons> drawing) {
    }

    private static Map<String, Glyph> glyphs() {
        Map<String, Glyph> all = new TreeMap<>();
        addCore(all);
        addImageLayers(all);
        addSequenceLayers(all);
        addTools(all);
        return all;
    }

    private static void addCore(Map<String, Glyph> all) {
        all.put("layers/Layer", new Glyph(GREY, DrawIcons::plainLayer));
        all.put("layers/Input", new Glyph(BLUE, DrawIcons::input));
        all.put("layers/Output", new Glyph(ORANGE, DrawIcons::output));
        all.put("layers/Dense", new Glyph(VIOLET, DrawIcons::dense));
        all.put("layers/Flatten", new Glyph(VIOLET, DrawIcons::flatten));
        all.put("layers/Dropout", new Glyph(VIOLET, DrawIcons::dropout));
        all.put("layers/Activation", new Glyph(VIOLET, DrawIcons::activation));
        all.put("layers/BatchNormalization", new Glyph(AMBER, DrawIcons::bell));
        all.put("layers/Concatenate", new Glyph(GREY, DrawIcons::concatenate));
        all.put("layers/Add", new Glyph(GREY, DrawIcons::add));
    }

    private static void addImageLayers(Map<String, Glyph> all) {
        all.put("layers/Convolution1D", new Glyph(TEAL, DrawIcons::convolution1D));
        all.put("layers/Convolution2D", new Glyph(TEAL, DrawIcons::convolution2D));
        all.put("layers/Pooling1D", new Glyph(GREEN, DrawIcons::pooling1D));
        all.put("layers/Pooling2D", new Glyph(GREEN, DrawIcons::pooling2D));
        all.put("layers/GlobalPooling", new Glyph(GREEN, DrawIcons::globalPooling));
    }

    private static void addSequenceLayers(Map<String, Glyph> all) {
        all.put("layers/Embedding", new Glyph(PINK, DrawIcons::embedding));
        all.put("layers/SimpleRNN", new Glyph(PINK, DrawIcons::loop));
        all.put("layers/LSTM", new Glyph(PINK, DrawIcons::gatedLoop));
        all.put("layers/Bidirectional", new Glyph(PINK, DrawIcons::bothWays));
        all.put("layers/TimeDistributed", new Glyph(PINK, DrawIcons::clock));
    }

    private static void addTools(Map<String, Glyph> all) {
        all.put("network", new Glyph(BLUE, DrawIcons::network));
        all.put("connect", new Glyph(GREY, DrawIcons::connect));
        all.put("arrange", new Glyph(GREY, DrawIcons::arrange));
        all.put("fit", new Glyph(GREY, DrawIcons::fit));
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
        for (double left : new double[] { 3, 8, 13 }) {
            for (double right : new double[] { 5, 11 }) {
                line(3.5, left, 12.5, right);
            }
        }
        for (double y : new double[] { 3, 8, 13 }) {
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
            double height = new double[] { 5, 9, 12, 7, 4 }[i];
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
