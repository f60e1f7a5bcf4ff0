/**
 * Opens what an archivist has on disk: HTML files and folders of them, JSON Lines, WARC, each also
 * gzipped, and standard input.
 *
 * <p>The door is {@link io.chipwire.archive.ArchiveReader}: it lists the inputs ({@link
 * io.chipwire.archive.ArchiveListing}), opens one file after the other ({@link
 * io.chipwire.archive.ArchiveFileReader}) and yields {@link io.chipwire.article.Intake}s, each a
 * page or the reason why there is none. It reads forwards only and holds one record at a time.
 *
 * <p>A folder into which files keep coming is another matter: {@link
 * io.chipwire.archive.FolderWatch} tells from one look to the next ({@link
 * io.chipwire.archive.FolderLook}) which of them are complete and new.
 *
 * <p>Everything in an archive is hostile. A record, compressed or not, is held to {@link
 * io.chipwire.archive.ArchiveOptions#maxRecordBytes()}; what is longer is skipped without being
 * kept, and the next record is read. A file that ends or breaks in the middle gives what stood
 * before and one rejection that says where.
 *
 * <p>Order is part of the contract: folders are walked in order of their names, and a page's {@code
 * ordinal} is the number of its file shifted by 40 bits plus the number of its record, so that
 * "later" means the same in every run, however many readers share the work. In a watched folder
 * there is no such number; there it is the time of the file's last change plus the number of the
 * record.
 */
@NullMarked
package io.chipwire.archive;

import org.jspecify.annotations.NullMarked;
