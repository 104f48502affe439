// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What a browser gets that sends what no resource gets to see, such as a broken address. */
final class UnreadableRequests extends ErrorHandler {
  private final IntFunction<String> page;

  /**
   * @param page the page for a status
   */
  UnreadableRequests(IntFunction<String> page) {
    this.page = page;
    setShowStacks(false);
  }

  /** The server closes the connection after such a request, and says so. */
  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback)
      throws IOException {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    super.generateResponse(request, response, code, message, cause, callback);
  }

  @Override
  protected boolean generateAcceptableResponse(
      Request request,
      Response response,
      Callback callback,
      String contentType,
      List<Charset> charsets,
      int code,
      String message,
      Throwable cause)
      throws IOException {
    return super.generateAcceptableResponse(
        request,
        response,
        callback,
        contentType,
        List.of(StandardCharsets.UTF_8),
        code,
        message,
        cause);
  }

  @Override
  protected void writeErrorHtml(
      Request request, Writer writer, Charset charset, int code, String message, Throwable cause)
      throws IOException {
    writer.write(page.apply(code));
  }
}
