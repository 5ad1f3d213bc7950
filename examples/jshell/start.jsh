// What the shell and every script know from the start. The JDK's packages are named here, so that all JDKs have the same names.
import java.io.*;
import java.math.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.regex.*;
import java.util.stream.*;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import io.github.statecraft.*;
import io.github.statecraft.estimate.*;
import io.github.statecraft.model.*;
import io.github.statecraft.score.*;
import io.github.statecraft.score.method.*;
import io.github.statecraft.compare.*;
import io.github.statecraft.audit.*;
import io.github.statecraft.robustness.*;
import io.github.statecraft.data.*;
import static io.github.statecraft.estimate.Confidence.*;
import static io.github.statecraft.estimate.EvidenceKind.*;
import static io.github.statecraft.estimate.Unit.*;
import static io.github.statecraft.examples.shell.Help.help;
import static io.github.statecraft.examples.shell.Help.show;

// help() says what to type, show(list) prints a list
var ref = ReferenceData.load();
