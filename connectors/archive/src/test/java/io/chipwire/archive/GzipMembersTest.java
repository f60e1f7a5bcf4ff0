package io.chipwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Random;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GzipMembersTest {

  private static GzipMembers open(byte[]... parts) {
    return new GzipMembers(new ByteArrayInputStream(Archives.concat(parts)));
  }

  @Test
  void readsMembersOneAfterTheOtherAndPaddingBehindThem() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    GzipMembers in =
        open(Archives.gzip(noise), Archives.gzip(new byte[0]), Archives.gzip(noise), new byte[99]);

    assertThat(in.readAllBytes()).isEqualTo(Archives.concat(noise, noise));
  }

  @Test
  void knowsWhereEachMemberBegan() throws IOException {
    byte[] a = Archives.gzip(Archives.utf8("aaa"));
    byte[] b = Archives.gzip(Archives.utf8("bb"));
    GzipMembers in = open(a, b, a);

    in.readAllBytes();

    assertThat(in.encodedOffset(0)).isZero();
    assertThat(in.encodedOffset(2)).isZero();
    assertThat(in.encodedOffset(3)).isEqualTo(a.length);
    assertThat(in.encodedOffset(5)).isEqualTo(a.length + b.length);
  }

  @Test
  void givesWhatStandsBeforeACut() throws IOException {
    byte[] whole = Archives.gzip(Archives.utf8("whole"));
    for (int fewer = 1; fewer < whole.length; fewer++) {
      GzipMembers in = open(whole, Archives.cut(whole, fewer));

      assertThat(in.readNBytes(5)).isEqualTo(Archives.utf8("whole"));
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(EOFException.class)
          .hasMessage("the file ends inside the gzip member that began at byte " + whole.length);
    }
  }

  @Test
  void saysWhatIsBroken() {
    byte[] sum = Archives.gzip(Archives.utf8("text"));
    sum[sum.length - 6] ^= 1;
    byte[] method = Archives.gzip(Archives.utf8("text"));
    method[2] = 7;

    assertThatThrownBy(() -> open(sum).readAllBytes())
        .isInstanceOf(ZipException.class)
        .hasMessage("broken gzip member at byte 0: checksum or length does not match");
    assertThatThrownBy(() -> open(method).readAllBytes())
        .hasMessage("broken gzip member at byte 0: unknown compression method");
    assertThatThrownBy(() -> open(Archives.utf8("text")).readAllBytes())
        .hasMessage("broken gzip member at byte 0: no gzip header");
  }

  @Test
  void readsHeadersWithNameCommentExtraAndChecksum() throws IOException {
    byte[] plain = Archives.gzip(Archives.utf8("text"));
    byte[] header = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0};
    byte[] fields = {2, 0, 9, 9, 'n', 0, 'c', 0, 1, 2};
    byte[] rest = java.util.Arrays.copyOfRange(plain, 10, plain.length);

    assertThat(open(header, fields, rest).readAllBytes()).isEqualTo(Archives.utf8("text"));
  }
}
