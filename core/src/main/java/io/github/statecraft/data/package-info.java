/**
 * Floor 6: the bundled reference data, and files in and out.
 *
 * <p>{@link io.github.statecraft.data.ReferenceData} is where most programs start. Strategies and frameworks are read and
 * written as JSON or YAML, dossiers as directories of CSV tables, tables of numbers as CSV; an index in the form of COINr is
 * read. Readers are strict: a file is read whole or not at all, and all of its problems are reported in one
 * {@link io.github.statecraft.InvalidDataException}.
 *
 * <p>Readers may be given anybody's files. A file may have 64 MiB (YAML 3,145,728 characters), a document 200,000 values in
 * 64 levels, texts of 1,000,000 and numbers of 100 characters, a table 200,000 rows and cells of 100,000 characters; what is
 * larger is one problem. Whatever a file holds, 256 MB of heap are enough to refuse it with the collector G1, 384 MB
 * with any; each further table of a dossier needs more, by our estimate up to 200 MB. Tables of numbers have limits of their
 * own, see {@link io.github.statecraft.data.TableFiles}. Nothing that a file names is loaded or looked up.
 */
@NullMarked
package io.github.statecraft.data;

import org.jspecify.annotations.NullMarked;
