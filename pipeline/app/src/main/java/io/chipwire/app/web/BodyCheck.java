package io.chipwire.app.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.Set;

/**
 * Reads a request's body before anything else is done for it. A body comes at its sender's pace:
 * read behind a gate it would keep a place for as long as its sender likes. So many may come in at
 * a time as leave threads for those who send none. Refuses what cannot be read as text, and what
 * was cut off.
 */
final class BodyCheck implements Handler {

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private static final int MOST = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Handler reading = new Gate("bodies", MOST, PATIENCE).guard(BodyCheck::read);

  @Override
  public void handle(Context context) throws Exception {
    if (READING.contains(context.method())) {
      return;
    }
    try {
      context.contentType();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnsupportedMediaTypeResponse("Content-Type: expected a charset that is known here");
    }
    String length = context.header("Content-Length");
    if ((length != null && !length.equals("0")) || context.header("Transfer-Encoding") != null) {
      reading.handle(context);
    }
  }

  private static void read(Context context) {
    try {
      context.body(); // and is kept for who asks for it later
    } catch (HttpResponseException e) {
      throw e; // too large
    } catch (Exception e) { // also what is thrown without saying so
      throw new BadRequestResponse("body: expected one as long as it was said to be");
    }
  }
}
