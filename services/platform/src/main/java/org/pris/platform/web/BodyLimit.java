package org.pris.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** No JSON body of ours is larger than this: 413, whatever is declared. 415 where no type is. */
final class BodyLimit extends OncePerRequestFilter {

  static final long LIMIT = 256 * 1024;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var type = request.getContentType();
    if (type != null && type.contains("*")) { // of answers one may ask for any type, a body has one
      refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
      return;
    }
    if (request.getContentLengthLong() > LIMIT) {
      refuse(response, HttpStatus.CONTENT_TOO_LARGE, "At most " + LIMIT + " bytes.");
      return;
    }
    chain.doFilter(new Bounded(request), response);
  }

  private static void refuse(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getWriter()
        .write(
            "{\"type\":\"%s%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(
                    ProblemAnswers.URN,
                    status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    status.getReasonPhrase(),
                    status.value(),
                    detail));
  }

  /** A body without a length ends here too: what lies behind reads as cut off, hence unreadable. */
  private static final class Bounded extends HttpServletRequestWrapper {

    Bounded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      var body = super.getInputStream();
      return new ServletInputStream() {
        private long left = LIMIT;

        @Override
        public int read() throws IOException {
          return left-- > 0 ? body.read() : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          if (left <= 0) {
            return -1;
          }
          var read = body.read(into, offset, (int) Math.min(length, left));
          left -= Math.max(read, 0);
          return read;
        }

        @Override
        public boolean isFinished() {
          return left <= 0 || body.isFinished();
        }

        @Override
        public boolean isReady() {
          return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
          body.setReadListener(listener);
        }
      };
    }
  }
}
