package io.github.statecraft.guard;

import io.github.statecraft.guard.BytecodeScanner.Reference;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What compiled code of the library may not call, as data: a member is written {@code java/lang/Math.exp:(D)D}, and each
 * pattern has to match all of it. A call that is forbidden, yet harmless in one place, gets a row in {@link #ALLOWED}.
 */
enum BytecodeRule {
    /** The results of these differ between processors, compilers and releases; StrictMath's do not. */
    MATHEMATICS("java/lang/Math\\..*", "com/google/common/math/DoubleMath\\.log2:.*"),

    /** These add in an order, or with a compensation, that is not written down. */
    SUMMATION(
            "java/util/stream/DoubleStream\\.(?:sum|average|summaryStatistics):.*",
            "java/util/stream/Collectors\\.(?:summing|averaging|summarizing)Double:.*",
            "java/util/DoubleSummaryStatistics\\..*",
            "java/util/concurrent/atomic/Double(?:Adder|Accumulator)\\..*"),

    /** These are walked in an order that depends on hash codes, or on a salt drawn when the JVM starts. */
    HASH_ORDER(
            "java/util/(?:Set|Map)\\.(?:of|ofEntries|copyOf):.*",
            "java/util/stream/Collectors\\.to(?:Unmodifiable)?Set:.*",
            "java/util/stream/Collectors\\.to(?:Unmodifiable|Concurrent)?Map:(?!.*Supplier;).*",
            "java/util/stream/Collectors\\.groupingBy(?:Concurrent)?:(?!.*Supplier;).*",
            "java/util/(?:HashMap|HashSet|Hashtable|IdentityHashMap|WeakHashMap)\\.\"<init>\":.*",
            "java/util/concurrent/ConcurrentHashMap\\.(?:\"<init>\"|newKeySet):.*",
            "com/google/common/collect/(?:Maps\\.newHashMap|Sets\\.newHashSet).*",
            "com/google/common/collect/Hash(?:Multimap|BasedTable|Multiset|BiMap)\\.create:.*",
            "java/lang/System\\.identityHashCode:.*"),

    /** These follow the language of the machine. */
    LOCALE(
            "java/util/Locale\\.(?:getDefault:.*|getDisplay\\w+:\\(\\).*)",
            "java/lang/String\\.(?:format:\\(Ljava/lang/String;\\[.*|formatted:.*)",
            "java/lang/String\\.to(?:Lower|Upper)Case:\\(\\).*",
            "java/util/Formatter\\.\"<init>\":(?!.*Ljava/util/Locale;).*",
            "java/text/(?:\\w*Format|\\w*FormatSymbols|Collator|BreakIterator)\\..*",
            "java/time/format/DateTimeFormatter\\.(?:ofPattern:\\(Ljava/lang/String;\\)|ofLocalized).*",
            "java/time/format/DateTimeFormatterBuilder\\.toFormatter:\\(\\).*",
            "java/io/PrintWriter\\.(?:printf|format):\\(Ljava/lang/String;.*",
            "java/util/Scanner\\.\"<init>\":.*"),

    /** These follow the encoding of the machine, until JDK 18. */
    CHARSET(
            "java/lang/String\\.(?:getBytes:\\(\\).*|\"<init>\":\\(\\[B(?:II)?\\)V)",
            "java/io/File(?:Reader|Writer)\\.\"<init>\":(?!.*Charset;).*",
            "java/io/(?:InputStreamReader|OutputStreamWriter)\\.\"<init>\":\\(Ljava/io/(?:In|Out)putStream;\\)V",
            "java/io/PrintWriter\\.\"<init>\":\\(Ljava/(?:io/(?:OutputStream|File);Z?|lang/String;)\\)V",
            "java/io/ByteArrayOutputStream\\.toString:\\(\\).*",
            "java/nio/charset/Charset\\.defaultCharset:.*"),

    /** These choose the digits of a double, and JDK 17 and JDK 19 choose differently. */
    DOUBLE_AS_TEXT(
            "java/lang/(?:Double|Float)\\.toString:.*",
            "java/lang/String\\.valueOf:\\([DF]\\).*",
            "java/lang/String(?:Builder|Buffer)\\.(?:append|insert):\\(I?[DF]\\).*",
            "java/math/BigDecimal\\.valueOf:\\(D\\).*",
            "java/io/PrintWriter\\.print(?:ln)?:\\([DF]\\)V",
            "java/util/Arrays\\.toString:\\(\\[[DF]\\).*",
            "com/google/common/primitives/(?:(?:Double|Float)s\\.join|ImmutableDoubleArray\\.toString):.*",
            "com/google/common/base/MoreObjects\\$ToStringHelper\\.add(?:Value)?:\\((?:Ljava/lang/String;)?[DF]\\).*",
            "invokedynamic\\.makeConcat\\w*:\\((?:\\[*(?:[BCIJSZ]|L[^;]*;))*(?:\\[*[DF]|Ljava/lang/(?:Double|Float);).*",
            "record-toString:\\((?:.*,)?(?:\\[*[DF]|.*(?:/Double;|/Float;|DoubleArray;|OptionalDouble;).*)(?:,.*)?\\)"),

    /** These answer differently each time. */
    CHANCE_AND_CLOCK(
            "java/lang/StrictMath\\.random:.*",
            "java/util/(?:SplittableRandom|Random|concurrent/ThreadLocalRandom|random/\\w+)\\..*",
            "java/security/SecureRandom\\..*",
            "java/util/(?:UUID\\.randomUUID|Collections\\.shuffle):.*",
            "java/lang/System\\.(?:currentTimeMillis|nanoTime):.*",
            "java/time/(?:\\w+\\.now|Clock\\.(?:system|tick)\\w*):.*",
            "java/util/(?:Date\\.\"<init>\":\\(\\)V|Calendar\\.getInstance:.*)",
            "com/google/common/base/Stopwatch\\..*"),

    /** The library does not print, log, read the environment or end the program: notes go into results. */
    SURROUNDINGS(
            "java/lang/System\\.(?:out|err|in|console|exit|getProperty|getProperties|setProperty|getenv|getLogger):.*",
            "java/lang/System\\.lineSeparator:.*",
            "java/lang/(?:Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean|Runtime\\.(?:exit|halt)):.*",
            "java/io/(?:PrintStream\\..*|PrintWriter\\.println:.*|BufferedWriter\\.newLine:.*)",
            ".*\\.printStackTrace:\\(\\)V",
            "java/util/logging/.*");

    /**
     * A call that stands although a rule forbids it.
     *
     * @param user the classes that may, a pattern
     * @param member what they may call, a pattern
     * @param because why the result is the same everywhere
     */
    record Allowed(Pattern user, Pattern member, String because) {
        static Allowed anywhere(String member, String because) {
            return in(".*", member, because);
        }

        static Allowed in(String user, String member, String because) {
            return new Allowed(Pattern.compile(user), Pattern.compile(member), because);
        }

        boolean covers(Reference reference) {
            return user.matcher(reference.user()).matches()
                    && member.matcher(reference.member()).matches();
        }
    }

    /** Generated code needs no row: a type with a double attribute declares its own toString, and so none is generated. */
    static final List<Allowed> ALLOWED = List.of(
            Allowed.anywhere("java/lang/Math\\.(?:abs|min|max|signum|copySign):.*", "chooses or marks, never rounds"),
            Allowed.anywhere("java/lang/Math\\.(?:floor|ceil|rint):.*", "the result is a whole number, exactly"),
            Allowed.anywhere("java/lang/Math\\.(?:sqrt|fma):.*", "correctly rounded, by IEEE 754"),
            Allowed.anywhere("java/lang/Math\\.(?:scalb|ulp):.*", "a power of two, exactly"),
            Allowed.anywhere(
                    "java/lang/Math\\.(?:floorMod|floorDiv|toIntExact|(?:add|subtract|multiply|negate|increment)Exact):.*",
                    "whole-number arithmetic"));

    private final List<Pattern> forbidden;

    BytecodeRule(String... forbidden) {
        this.forbidden = List.of(forbidden).stream().map(Pattern::compile).toList();
    }

    /** The patterns of this rule. */
    List<Pattern> forbidden() {
        return forbidden;
    }

    /** One line for each class and member that breaks this rule; empty if none does. */
    List<String> violations(List<Reference> references) {
        return references.stream()
                .filter(reference -> forbidden.stream()
                        .anyMatch(pattern -> pattern.matcher(reference.member()).matches()))
                .filter(reference -> ALLOWED.stream().noneMatch(allowed -> allowed.covers(reference)))
                .map(reference -> reference.user() + " uses " + reference.member())
                .distinct()
                .sorted()
                .toList();
    }
}
