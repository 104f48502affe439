// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A chart as an SVG document. */
final class SvgDocument {
  private static final int LENGTH = 32_000;
  private static final String NAMESPACE = SVGGraphics2D.SVG_NAMESPACE_URI;

  private SvgDocument() {}

  static byte[] of(Chart chart, ChartSize size, Locale language) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
    context.setComment(null);
    context.setPrecision(2);
    // the library asks for a font before anything is drawn, and its own may not be there
    SVGGeneratorContext.GraphicContextDefaults defaults =
        new SVGGeneratorContext.GraphicContextDefaults();
    defaults.setFont(SansFont.REGULAR.at(ChartStyle.TEXT_SIZE));
    context.setGraphicContextDefaults(defaults);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    chart.draw(graphics, size);
    Element root = graphics.getRoot();
    describe(root, chart.text(), size, language);
    nameFonts(root);
    return write(graphics, root);
  }

  private static Document emptyDocument() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Java has no XML documents", e);
    }
  }

  private static void describe(Element root, ChartText text, ChartSize size, Locale language) {
    root.setAttribute("viewBox", "0 0 " + number(size.width()) + " " + number(size.height()));
    root.setAttribute("width", number(size.width()) + "pt");
    root.setAttribute("height", number(size.height()) + "pt");
    root.setAttribute("lang", language.toLanguageTag());
    root.setAttribute("role", "img");
    root.setAttribute("aria-labelledby", "title");
    root.setAttribute("aria-describedby", "description");
    Element description = element(root, "desc", "description", text.description());
    root.insertBefore(description, root.getFirstChild());
    root.insertBefore(element(root, "title", "title", text.title()), description);
  }

  private static Element element(Element root, String name, String id, String words) {
    Element element = root.getOwnerDocument().createElementNS(NAMESPACE, name);
    element.setAttribute("id", id);
    element.setTextContent(words);
    return element;
  }

  /** The typeface first, then those with the same widths: a reader may not have ours. */
  private static void nameFonts(Element root) {
    root.setAttribute("font-family", SansFont.FAMILIES);
    NodeList all = root.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttribute("font-family")) {
        element.setAttribute("font-family", SansFont.FAMILIES);
      }
    }
  }

  /** Without a document type: its address would be fetched by some readers. */
  private static byte[] write(SVGGraphics2D graphics, Element root) {
    StringWriter written = new StringWriter(LENGTH);
    try {
      graphics.stream(root, written, false, false);
    } catch (SVGGraphics2DIOException e) {
      throw new IllegalStateException("Cannot write a picture in memory", e);
    }
    StringBuffer whole = written.getBuffer();
    return whole.substring(whole.indexOf("<svg")).getBytes(StandardCharsets.UTF_8);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
