/**
 * Floor 3, beside {@code compare}: what a statistician asks of an index before trusting it, as the Joint Research Centre of the
 * European Commission does when it audits one. Which indicators have data, and of what shape; which nodes say the same, pull
 * apart or stand in the wrong pillar; whether the children of a pillar measure one thing; and whether weights have the effect
 * that they state. It looks at the scores of one table and says nothing of what an index should measure.
 */
@NullMarked
package io.github.statecraft.audit;

import org.jspecify.annotations.NullMarked;
