package io.chipwire.web;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes a body up to a limit and then hangs up. */
final class BoundedBody implements BodySubscriber<BoundedBody.Content> {

  /**
   * What was taken.
   *
   * @param cut whether there was more
   */
  record Content(byte[] bytes, boolean cut) {}

  private final int maxBytes;
  private final CompletableFuture<Content> content = new CompletableFuture<>();
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription subscription;

  BoundedBody(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<Content> getBody() {
    return content;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), maxBytes - taken.size())];
      boolean more = buffer.remaining() > bytes.length;
      buffer.get(bytes);
      taken.writeBytes(bytes);
      if (more) {
        if (subscription != null) {
          subscription.cancel();
        }
        content.complete(new Content(taken.toByteArray(), true));
        return;
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    content.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    content.complete(new Content(taken.toByteArray(), false));
  }
}
