/**
 * Floor 1: what a national AI strategy is, described and not judged.
 *
 * <p>A {@link io.github.statecraft.model.NationalAiStrategy} is a jurisdiction seen from a year: its context, six parts, and
 * dated policy events. Each part gives readable names to {@linkplain io.github.statecraft.model.Attribute attributes}; each
 * attribute holds a {@link io.github.statecraft.model.Quantity}, that is all observations there are. A
 * {@link io.github.statecraft.model.Dossier} is what a data set holds, without an opinion. Which way is good, and how good is
 * good enough, is never said here: that belongs to frameworks.
 */
@ModelStyle
@NullMarked
package io.github.statecraft.model;

import org.jspecify.annotations.NullMarked;
