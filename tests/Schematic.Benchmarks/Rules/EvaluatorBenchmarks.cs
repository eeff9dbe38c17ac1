using BenchmarkDotNet.Attributes;
using Schematic.Rules;
using Schematic.Rules.Explaining;
using Schematic.Testing.Rules;

namespace Schematic.Benchmarks.Rules;

/// <summary>One check of a flag of three rules with three conditions each.</summary>
[MemoryDiagnoser]
public class EvaluatorBenchmarks
{
    [Benchmark(Baseline = true)]
    public Verdict Evaluate() => FlagEvaluator.Evaluate(ThreeByThree.Flag, ThreeByThree.Subject);

    [Benchmark]
    public Verdict EvaluateWithPreflight() =>
        FlagEvaluator.Evaluate(ThreeByThree.Flag, ThreeByThree.Subject, ThreeByThree.Preflight);

    [Benchmark]
    public Explanation Explain() => FlagEvaluator.Explain(ThreeByThree.Flag, ThreeByThree.Subject);
}
