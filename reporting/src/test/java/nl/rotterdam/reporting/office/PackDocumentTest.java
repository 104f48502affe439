// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.exhibit.DataTable;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.FileWords;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;

class PackDocumentTest {
  private static final FileWords WORDS = FileWords.DUTCH;

  private static final List<Exhibit> EXHIBITS =
      OfficeSamples.exhibits(OfficeSamples.PUBLISHED, WORDS);
  private static final List<Exhibit> TWO = EXHIBITS.subList(0, 2);
  private static final byte[] FILE = docx(EXHIBITS, Standing.PUBLISHED);

  private final XWPFDocument document = read(FILE);

  @Test
  void theDocumentHasOneHeadingAndBelowItOneForEachExhibit() {
    assertThat(texts(document, "Heading1")).containsExactly("Tevredenheid over contact, mei 2025");
    assertThat(texts(document, "Heading2"))
        .containsExactlyElementsOf(
            Arrays.stream(ExhibitName.values())
                .map(name -> ExhibitNotes.name(name, WORDS))
                .toList());
    assertThat(document.getStyles().getStyle("Heading2").getName()).isEqualTo("heading 2");
    assertThat(
            document
                .getStyles()
                .getStyle("Heading2")
                .getCTStyle()
                .getPPr()
                .getOutlineLvl()
                .getVal())
        .isEqualTo(1);
  }

  @Test
  void everyStyleThatIsUsedIsDefinedInTheHouseColours() {
    Stream.concat(
            document.getParagraphs().stream(),
            document.getTables().stream()
                .flatMap(PackDocumentTest::cells)
                .flatMap(cell -> cell.getParagraphs().stream()))
        .forEach(
            paragraph ->
                assertThat(document.getStyles().styleExist(paragraph.getStyle()))
                    .as(paragraph.getStyle())
                    .isTrue());
    Set<String> colours =
        Pattern.compile("color(?: w:val)?=\"([0-9A-F]{6})\"|w:color w:val=\"([0-9A-F]{6})\"")
            .matcher(document.getStyles().getCtStyles().xmlText())
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .collect(Collectors.toSet());
    ChartStyle style = ChartStyle.DEFAULT;
    assertThat(colours)
        .isEqualTo(
            Stream.of(style.ink(), style.secondary(), style.line(), style.attention())
                .map(colour -> "%06X".formatted(colour.getRGB() & 0xFFFFFF))
                .collect(Collectors.toSet()));
  }

  @Test
  void everyPictureFillsTheColumnAtThreeHundredDotsPerInchAndIsToldInWords() throws IOException {
    List<XWPFPicture> pictures =
        document.getParagraphs().stream()
            .flatMap(paragraph -> paragraph.getRuns().stream())
            .flatMap(run -> run.getEmbeddedPictures().stream())
            .toList();
    List<Exhibit> drawn = EXHIBITS.stream().filter(exhibit -> exhibit.chart().isPresent()).toList();
    assertThat(pictures).hasSameSizeAs(drawn).isNotEmpty();
    for (int i = 0; i < drawn.size(); i++) {
      XWPFPicture picture = pictures.get(i);
      assertThat(picture.getWidth() / 72 * 25.4).isBetween(159.9, 160.1);
      BufferedImage image =
          ImageIO.read(new ByteArrayInputStream(picture.getPictureData().getData()));
      assertThat(image.getWidth()).isEqualTo(1890);
      String alternative = drawn.get(i).text().description() + " " + drawn.get(i).text().foot();
      assertThat(picture.getDescription()).isEqualTo(alternative);
    }
    assertThat(document.getDocument().xmlText().split("<wp:docPr [^>]*descr=\""))
        .hasSize(1 + drawn.size());
    assertThat(texts(document, "Caption").get(0)).startsWith("Figuur 1. ");
  }

  @Test
  void everyTableIsARealOneWithRepeatedHeadersACaptionAndNoEmptyCell() {
    List<DataTable> expected =
        EXHIBITS.stream().flatMap(exhibit -> exhibit.table().stream()).toList();
    assertThat(document.getTables()).hasSameSizeAs(expected).isNotEmpty();
    for (int i = 0; i < expected.size(); i++) {
      DataTable data = expected.get(i);
      XWPFTable table = document.getTables().get(i);
      assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      assertThat(table.getRow(1).isRepeatHeader()).isFalse();
      assertThat(table.getNumberOfRows()).isEqualTo(data.rows().size() + 1);
      assertThat(table.getCTTbl().getTblPr().getTblCaption().getVal()).isEqualTo(data.caption());
      assertThat(table.getCTTbl().getTblPr().getTblDescription().getVal()).isNotBlank();
      assertThat(cells(table).map(XWPFTableCell::getText)).noneMatch(String::isBlank);
      assertThat(table.getRow(1).getCell(0).getText()).isEqualTo(data.rows().get(0).name());
      assertThat(table.getRow(1).getCell(1).getText())
          .startsWith(data.rows().get(0).cells().get(0).text());
      assertThat(table.getRow(1).getCell(1).getParagraphArray(0).getStyle())
          .isEqualTo("TableNumber");
    }
    assertThat(document.getStyles().getStyle("TableNumber").getCTStyle().getPPr().getJc().getVal())
        .hasToString("right");
  }

  @Test
  void sentenceSourceAndDefinitionAreThere() {
    for (Exhibit exhibit : EXHIBITS) {
      assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
          .contains(
              exhibit.sentence(), exhibit.text().foot(), "Wat wij tellen: " + exhibit.definition());
    }
  }

  @Test
  void onlyAConceptIsMarkedOnEveryPage() {
    for (Standing standing : Standing.values()) {
      boolean concept = standing != Standing.PUBLISHED;
      XWPFDocument marked = read(docx(TWO, standing));
      assertThat(marked.getHeaderArray(0).getText().contains("CONCEPT")).isEqualTo(concept);
      assertThat(marked.getParagraphArray(1).getText().startsWith("CONCEPT")).isEqualTo(concept);
      assertThat(marked.getFooterArray(0).getText()).contains("gemeente Rotterdam", "Pagina");
      assertThat(marked.getFooterArray(0)._getHdrFtr().xmlText())
          .contains("\"PAGE\"", "\"NUMPAGES\"");
    }
  }

  @Test
  void anExhibitWithoutFiguresIsOneSentence() {
    Exhibit empty = OfficeSamples.withoutFigures();
    XWPFDocument one =
        read(
            docx(
                List.of(
                    new Exhibit(
                        empty.name(),
                        empty.text(),
                        empty.sentence(),
                        empty.definition(),
                        Optional.empty(),
                        Optional.empty(),
                        empty.data())),
                Standing.PUBLISHED));
    assertThat(one.getParagraphs().get(3).getText()).isEqualTo(empty.sentence());
    assertThat(one.getParagraphs()).hasSize(4);
  }

  @Test
  void theFileSaysItsTitleItsMakerAndItsLanguage() throws IOException {
    for (FileWords words : List.of(FileWords.DUTCH, FileWords.ENGLISH)) {
      XWPFDocument written =
          read(PackDocument.docx(TWO, SampleCity.LAST, OfficeSamples.PUBLISHED, words));
      String language = words == FileWords.DUTCH ? "nl-NL" : "en-GB";
      var properties = written.getProperties().getCoreProperties();
      assertThat(properties.getTitle()).isEqualTo(texts(written, "Heading1").get(0));
      assertThat(properties.getCreator()).isEqualTo("gemeente Rotterdam");
      assertThat(properties.getUnderlyingProperties().getLanguageProperty()).contains(language);
      assertThat(written.getStyles().getCtStyles().getDocDefaults().xmlText())
          .contains("w:lang w:val=\"" + language + "\"");
    }
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    assertThat(Arrays.equals(FILE, docx(EXHIBITS, Standing.PUBLISHED))).isTrue();
  }

  @Test
  void harmfulWordsAreOnlyWords() throws Exception {
    byte[] file = docx(List.of(OfficeSamples.harmful()), Standing.PUBLISHED);
    XWPFDocument written = read(file);
    assertThat(written.getTables().get(0).getRow(1).getCell(0).getText())
        .isEqualTo(OfficeSamples.HARMFUL.get(0));
    assertThat(OfficeSamples.leadsOutside(file)).isFalse();
    assertThat(written.getAllPictures()).extracting(XWPFPictureData::getFileName).hasSize(1);
    assertThat(written.getDocument().xmlText())
        .doesNotContain("<script", "w:hyperlink", "HYPERLINK ");
  }

  private static byte[] docx(List<Exhibit> exhibits, Standing standing) {
    return PackDocument.docx(exhibits, SampleCity.LAST, OfficeSamples.edition(standing), WORDS);
  }

  private static Stream<XWPFTableCell> cells(XWPFTable table) {
    return table.getRows().stream().flatMap(row -> row.getTableCells().stream());
  }

  private static List<String> texts(XWPFDocument document, String style) {
    return document.getParagraphs().stream()
        .filter(paragraph -> style.equals(paragraph.getStyle()))
        .map(XWPFParagraph::getText)
        .toList();
  }

  private static XWPFDocument read(byte[] file) {
    try {
      return new XWPFDocument(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
