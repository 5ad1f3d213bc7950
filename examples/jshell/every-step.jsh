// An index of your own, step by step: here the Human Development Index of 2022, from its two files.
// mvn -q compile exec:exec@script -Djshell.script=examples/jshell/every-step.jsh
var data = TableFiles.withDefaults().withUnit("iso3").withLabel("country").ignoring("published_hdi", "published_rank").read(Path.of("examples/indices/hdi-2022/data.csv"))
var hdi = FrameworkFiles.read(Path.of("examples/indices/hdi-2022/framework.yaml"))
hdi
var table = hdi.scoreAll(data);

// One country: the value after every step, and the rule that acted
table.scorecard("CHN").explain()

// Any step as a table, which TableFiles.write puts into a file
table.table(Step.NORMALISED)

// Published ranks are those of the printed scores
table.ranking().rounded(3).rank("CHN")

// One change, and who moves
var variant = hdi.withIndex(hdi.index().withAggregation(Aggregation.arithmetic()));
SideBySide.of(table, variant.scoreAll(data)).shifts()

// What a statistical audit warns of
StatisticalAudit.of(table)
