/**
 * Floor 3: how answers differ. Why two scores of one methodology differ, in lines that add up; which units dominate which
 * whatever the weights; two score tables side by side; how ranks shift when data is left out; and what each reading of a
 * quantity on which sources disagree does to a rank.
 */
@NullMarked
package io.github.statecraft.compare;

import org.jspecify.annotations.NullMarked;
