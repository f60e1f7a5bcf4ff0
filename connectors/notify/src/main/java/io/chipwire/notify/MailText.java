package io.chipwire.notify;

import static io.chipwire.notify.AlertText.escape;

import io.chipwire.alert.Alert;
import io.chipwire.alert.Message;

/** A message as the two texts of a mail. What comes from outside cannot become markup. */
record MailText(String subject, String plain, String html) {

  private static final int LONGEST_SUBJECT = 150;

  static MailText of(Message message, Unsubscription unsubscription) {
    String name = message.subscription().name();
    Alert first = message.alerts().getFirst();
    int count = message.alerts().size();
    String subject =
        AlertText.line(
            count == 1
                ? "[" + name + "] " + AlertText.headline(first)
                : "[" + name + "] " + count + " alerts: " + AlertText.headline(first));
    StringBuilder plain = new StringBuilder();
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html><body>");
    for (Alert alert : message.alerts()) {
      plain.append(AlertText.plain(alert));
      html.append(AlertText.html(alert));
    }
    String why =
        "You are told because of your subscription \""
            + name
            + "\": "
            + message.subscription().query();
    plain.append("-- \n").append(why).append("\nNo more mails: ").append(unsubscription.way());
    html.append("<hr><p><small>").append(escape(why)).append("<br><a href=\"");
    html.append(escape(unsubscription.way()))
        .append("\">No more mails</a></small></p></body></html>");
    return new MailText(
        AlertText.cut(subject, LONGEST_SUBJECT), plain.append('\n').toString(), html.toString());
  }
}
