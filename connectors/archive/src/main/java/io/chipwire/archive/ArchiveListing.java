package io.chipwire.archive;

import io.chipwire.article.Rejection;
import io.chipwire.article.RejectionReason;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that inputs name, in reading order: inputs as given, folders in order of their names.
 *
 * <p>Below a folder only files whose name tells a format are taken, and nothing whose name starts
 * with a dot. Symbolic links are followed, but a real folder is walked once: a link back to a
 * folder above it adds nothing. A file that is named itself is taken whatever its name.
 *
 * @param files what to read
 * @param rejections inputs and folders that could not be listed
 */
public record ArchiveListing(List<ArchiveFile> files, List<Rejection> rejections) {

  /** Deepest folder below an input that is walked. */
  static final int MAX_DEPTH = 64;

  /** Copies the lists. */
  public ArchiveListing {
    files = List.copyOf(files);
    rejections = List.copyOf(rejections);
  }

  /** Lists the inputs; never fails for what it finds on disk. */
  public static ArchiveListing of(List<String> inputs) {
    return of(inputs, ArchiveListing::children);
  }

  /** Lists the inputs with another way to look into a folder, for tests. */
  static ArchiveListing of(List<String> inputs, Folders folders) {
    Walk walk = new Walk(folders);
    inputs.forEach(walk::input);
    return new ArchiveListing(walk.files, walk.rejections);
  }

  /** Size on disk of all files together. */
  public long bytes() {
    return files.stream().mapToLong(ArchiveFile::bytes).sum();
  }

  /** Looks into a folder. */
  interface Folders {
    /** What the folder holds, in any order. */
    List<Path> children(Path folder) throws IOException;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      List<Path> children = new ArrayList<>();
      stream.forEach(children::add);
      return children;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static final class Walk {
    private final Folders folders;
    private final List<ArchiveFile> files = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<Path> walked = new HashSet<>();

    Walk(Folders folders) {
      this.folders = folders;
    }

    void input(String input) {
      if (input.equals(ArchiveFile.STANDARD_INPUT)) {
        add(input, ArchiveFormat.UNKNOWN, 0);
        return;
      }
      Path path;
      try {
        path = Path.of(input);
      } catch (InvalidPathException e) {
        reject(RejectionReason.NOT_FOUND, input, "not a path: " + e.getReason());
        return;
      }
      if (Files.isDirectory(path)) {
        int before = files.size() + rejections.size();
        folder(path, 0);
        if (files.size() + rejections.size() == before) {
          reject(
              RejectionReason.EMPTY,
              input,
              "folder without .html, .jsonl or .warc files (each may end in .gz)");
        }
      } else if (Files.exists(path)) {
        file(path);
      } else {
        reject(RejectionReason.NOT_FOUND, input, "no such file or folder");
      }
    }

    private void folder(Path folder, int depth) {
      if (depth > MAX_DEPTH) {
        String message = "folder deeper than " + MAX_DEPTH + " below its input";
        reject(RejectionReason.TOO_LARGE, folder.toString(), message);
        return;
      }
      List<Path> children;
      try {
        if (!walked.add(folder.toRealPath())) {
          return;
        }
        children = new ArrayList<>(folders.children(folder));
      } catch (IOException e) {
        reject(RejectionReason.UNREADABLE, folder.toString(), "folder cannot be listed: " + e);
        return;
      }
      children.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
      for (Path child : children) {
        String name = child.getFileName().toString();
        if (name.startsWith(".")) {
          continue;
        }
        if (Files.isDirectory(child)) {
          folder(child, depth + 1);
        } else if (ArchiveFormat.ofName(name) != ArchiveFormat.UNKNOWN
            && (Files.isRegularFile(child) || !Files.exists(child))) {
          file(child);
        }
      }
    }

    private void file(Path file) {
      long bytes;
      try {
        bytes = Files.isRegularFile(file) ? Files.size(file) : 0;
      } catch (IOException e) {
        bytes = 0; // opening it will say why
      }
      add(file.toString(), ArchiveFormat.ofName(file.getFileName().toString()), bytes);
    }

    private void add(String path, ArchiveFormat format, long bytes) {
      if (files.size() == ArchiveFile.MAX_FILES) {
        String message = "more than " + ArchiveFile.MAX_FILES + " files; this one is not read";
        reject(RejectionReason.TOO_LARGE, path, message);
        return;
      }
      files.add(new ArchiveFile(files.size(), path, format, bytes));
    }

    private void reject(RejectionReason reason, String source, String message) {
      rejections.add(Refusals.of(reason, source, message));
    }
  }
}
