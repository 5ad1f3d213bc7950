/**
 * Floor 6: the bundled reference data, and files in and out.
 *
 * <p>{@link io.github.statecraft.data.ReferenceData} is where most programs start. Strategies and frameworks are read and
 * written as JSON or YAML, dossiers as directories of CSV tables. Readers are strict: a file is read whole or not at all, and
 * all of its problems are reported in one {@link io.github.statecraft.InvalidDataException}.
 */
@NullMarked
package io.github.statecraft.data;

import org.jspecify.annotations.NullMarked;
