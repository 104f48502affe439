// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import com.lowagie.text.pdf.PdfStructureElement;
import java.util.ArrayList;
import java.util.List;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.exhibit.Tile;

/** Sets tiles of equal width beside each other, to be read one after the other as a list. */
final class TileSetter {
  private static final double GUTTER = 12;
  private static final double PADDING = 5;
  private static final double BETWEEN = 2;

  private TileSetter() {}

  /** Height that the tiles take. */
  static double height(PageFlow flow, List<Tile> tiles) {
    return tiles.stream()
            .mapToDouble(
                tile ->
                    texts(flow, tile, width(tiles)).stream()
                        .mapToDouble(text -> text.style().leading() * text.lines().size() + BETWEEN)
                        .sum())
            .max()
            .orElse(0)
        + PADDING;
  }

  /** Sets the tiles. */
  static void set(PageFlow flow, List<Tile> tiles) {
    double height = height(flow, tiles);
    flow.need(height);
    TaggedPdf pdf = flow.pdf();
    PdfStructureElement list = pdf.element(pdf.document(), "L");
    double width = width(tiles);
    for (int i = 0; i < tiles.size(); i++) {
      double left = PageFlow.LEFT + i * (width + GUTTER);
      pdf.rule(left, width, flow.y(), 0.9, ChartStyle.DEFAULT.ink());
      PdfStructureElement body = pdf.element(pdf.element(list, "LI"), "LBody");
      draw(flow, body, texts(flow, tiles.get(i), width), left);
    }
    flow.skip(height);
  }

  private static void draw(PageFlow flow, PdfStructureElement body, List<Text> texts, double left) {
    TaggedPdf pdf = flow.pdf();
    double top = flow.y() - PADDING;
    for (Text text : texts) {
      double start = top;
      pdf.tagged(
          pdf.element(body, "P"),
          () -> {
            for (int i = 0; i < text.lines().size(); i++) {
              double baseLine = start - text.style().ascent() - i * text.style().leading();
              pdf.text(text.lines().get(i), text.style(), left, baseLine);
            }
          });
      top -= text.lines().size() * text.style().leading() + BETWEEN;
    }
  }

  private static double width(List<Tile> tiles) {
    return (PageFlow.WIDTH - (tiles.size() - 1) * GUTTER) / tiles.size();
  }

  private static List<Text> texts(PageFlow flow, Tile tile, double width) {
    List<Text> texts = new ArrayList<>();
    texts.add(text(flow, tile.name(), TextStyle.SMALL_BOLD, width));
    TextStyle value = tile.large() ? TextStyle.HEADLINE : TextStyle.SMALL;
    texts.add(
        text(
            flow,
            tile.value(),
            tile.accent() ? value.in(ChartStyle.DEFAULT.accent()) : value,
            width));
    tile.lines().forEach(line -> texts.add(text(flow, line, TextStyle.SMALL, width)));
    return texts;
  }

  private static Text text(PageFlow flow, String words, TextStyle style, double width) {
    return new Text(flow.pdf().typeface().lines(words, style, width), style);
  }

  private record Text(List<String> lines, TextStyle style) {}
}
