package io.chipwire.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Ways in which a page comes broken. Each leaves a page of at most {@value #MOST} bytes. */
enum Mutation {
  FLIP {
    @Override
    byte[] apply(byte[] page, byte[] other, RandomGenerator random) {
      byte[] flipped = page.clone();
      for (int i = random.nextInt(1, 64); i > 0; i--) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      return flipped;
    }
  },
  CUT {
    @Override
    byte[] apply(byte[] page, byte[] other, RandomGenerator random) {
      int from = random.nextInt(page.length);
      int to = Math.min(page.length, from + 1 + random.nextInt(1 + page.length / 4));
      return spliced(page, from, to, new byte[0]);
    }
  },
  REPEAT {
    @Override
    byte[] apply(byte[] page, byte[] other, RandomGenerator random) {
      byte[] part = part(page, random, 2_000);
      byte[] many = repeated(part, random.nextInt(2, 200));
      int at = random.nextInt(page.length);
      return spliced(page, at, at, many);
    }
  },
  GRAFT {
    @Override
    byte[] apply(byte[] page, byte[] other, RandomGenerator random) {
      int from = random.nextInt(page.length);
      int to = Math.min(page.length, from + random.nextInt(500));
      return spliced(page, from, to, part(other, random, 20_000));
    }
  },
  INSERT {
    @Override
    byte[] apply(byte[] page, byte[] other, RandomGenerator random) {
      byte[] fragment =
          FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).getBytes(StandardCharsets.UTF_8);
      int at = random.nextInt(page.length);
      return spliced(page, at, at, repeated(fragment, 1 << random.nextInt(10)));
    }
  },
  SWAP_NAMES {
    @Override
    byte[] apply(byte[] page, byte[] other, RandomGenerator random) {
      String html = new String(page, StandardCharsets.ISO_8859_1);
      String from = NAMES.get(random.nextInt(NAMES.size()));
      String to = NAMES.get(random.nextInt(NAMES.size()));
      return html.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
  };

  static final int MOST = 1 << 20;

  private static final List<String> NAMES =
      List.of(
          "<p",
          "<div",
          "</div>",
          "<article",
          "<h1",
          "<h2",
          "<li",
          "<td",
          "<tr",
          "<span",
          "<a ",
          "class=",
          "href=",
          "content=",
          "datePublished",
          "itemprop",
          "charset",
          "utf-8",
          "{",
          "}",
          "\"",
          "20",
          "2026",
          "T",
          ":",
          "</p>",
          "<table",
          "<script",
          "</script>");

  private static final List<String> FRAGMENTS =
      List.of(
          "<div>",
          "</div></div>",
          "<table><tr><td>",
          "<tr><td colspan=99>1<td rowspan=99999>$",
          "<b><i><u><a href=x>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<script>",
          "<script type=application/ld+json>[{\"@type\":[[[\"Article\"",
          "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"x\"}</script>",
          "<style>",
          "<svg><math><mi>",
          "<select><option>",
          "<template>",
          "<noscript>",
          "<textarea>",
          "<plaintext>",
          "<iframe srcdoc='<p>'>",
          "<frameset><frame>",
          "<meta charset=utf-16>",
          "<meta charset=x-none>",
          "<meta property=article:published_time content=99999-99-99T99:99:99+99:99>",
          "<time datetime=-999999999999>",
          "<link rel=canonical href='http://[::1'>",
          "<link rel=canonical href='javascript:alert(1)'>",
          "<base href='//'>",
          "<html lang=\u0000>",
          "<p hidden>",
          "<br>",
          "<h1>",
          "<a>",
          "&#0;&#xd800;&#x110000;&#99999999999;",
          "&amp;amp;lt;",
          "&lt;p&gt;",
          "\u0000",
          "\ufeff",
          "\u202e",
          "\ud83d\ude00",
          "\t\r\n",
          "12 May 2026 ",
          "Related stories",
          "((((((((((((",
          "| - | \u2014 ",
          "a".repeat(1_000),
          " x=y".repeat(300) + ">");

  /** A broken copy of a page; {@code other} is another page, to take parts from. */
  abstract byte[] apply(byte[] page, byte[] other, RandomGenerator random);

  private static byte[] part(byte[] page, RandomGenerator random, int most) {
    int from = random.nextInt(page.length);
    return Arrays.copyOfRange(page, from, Math.min(page.length, from + 1 + random.nextInt(most)));
  }

  private static byte[] repeated(byte[] part, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times && out.size() + part.length < MOST / 2; i++) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] spliced(byte[] page, int from, int to, byte[] between) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(page, 0, from);
    out.writeBytes(between);
    out.write(page, to, page.length - to);
    byte[] whole = out.size() == 0 ? new byte[] {' '} : out.toByteArray();
    return whole.length > MOST ? Arrays.copyOf(whole, MOST) : whole;
  }
}
