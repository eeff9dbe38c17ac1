using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests;

public sealed class FlagEvaluatorAllocationTests
{
    private const int Evaluations = 10_000;

    [Fact]
    public void A_check_allocates_nothing() => Assert.Equal(0, AllocatedBy(null));

    [Fact]
    public void Nor_does_one_with_a_preflight() => Assert.Equal(0, AllocatedBy(ThreeByThree.Preflight));

    [Fact]
    public void What_is_measured_reaches_the_last_rule() =>
        Assert.Equal("rule_3", FlagEvaluator.Evaluate(ThreeByThree.Flag, ThreeByThree.Subject).RuleId);

    private static long AllocatedBy(Preflight? preflight)
    {
        Evaluate(preflight);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Evaluate(preflight);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Evaluate(Preflight? preflight)
    {
        for (var i = 0; i < Evaluations; i++)
            FlagEvaluator.Evaluate(ThreeByThree.Flag, ThreeByThree.Subject, preflight);
    }
}
