// A first hour: look at a country, score it, rank all, compare two bases, and ask what if.
// mvn -q compile exec:exec@script -Djshell.script=examples/jshell/first-hour.jsh

var china = ref.strategy("CHN")
china
china.funding().governmentShare()

// An index is data: its question, weights, goalposts and reasons are printed.
var total = ref.framework("deployment-at-scale.total")
var intensity = ref.framework("deployment-at-scale.intensity")
intensity

// One country, then all; the basis decides, so look at both.
intensity.score(china)
var totals = total.scoreAll(ref.strategies())
var intensities = intensity.scoreAll(ref.strategies())
SideBySide.of(totals, intensities)

// Why is one ahead of the other? Lines that add up, with both values, years and sources; and would other weights change it?
Comparison.between(totals.scorecard("CHN"), totals.scorecard("USA"))
Dominance.of(totals).front()

// What if 30 % of people, give or take 5, used generative AI? A guess is marked as one.
var guess = Observation.of(
        Estimate.range(30, 25, 35), PERCENT, Year.of(2026), Evidence.assumption("what if use grew"));
var bolder = china.withDiffusion(d -> d.withGenerativeAiUse(guess))
bolder.diffusion().generativeAiUse()
intensity.score(bolder)
Comparison.between(intensity.score(bolder), intensity.score(china))
