package io.chipwire.alert;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One way to one receiver of a subscription.
 *
 * @param id identity across restarts, made when the channel is added
 * @param target a webhook's URL or a mail address; a URL may itself be a secret
 * @param secret signs a webhook's messages: {@code whsec_} and base64, and for a time after it was
 *     changed the former one behind it and a space; of a mail address what ends its mails; or null
 * @param disabled why nothing is sent any more, or null
 */
public record Channel(
    String id,
    ChannelKind kind,
    String target,
    @Nullable String secret,
    @Nullable String disabled) {

  /** The receiver as it may be shown and logged: of a URL only scheme, host and port. */
  public String shown() {
    return kind.label() + ":" + (kind == ChannelKind.EMAIL ? target : origin(target));
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme()
        + "://"
        + uri.getHost()
        + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
        + "/…";
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "Channel[" + id + ", " + shown() + (disabled == null ? "" : ", disabled") + "]";
  }
}
