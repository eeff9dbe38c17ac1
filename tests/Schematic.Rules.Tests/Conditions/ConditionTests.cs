using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Conditions;

/// <summary>What the vectors of the parity folder are too small to show.</summary>
public sealed class ConditionTests
{
    private static readonly string[] ManyIds =
    [
        .. Enumerable.Range(0, 1_000).Select(static number => $"comp_{number}"),
    ];

    [Fact]
    public void Each_of_a_thousand_ids_is_found_and_no_other()
    {
        var flag = new FlagBuilder().With(FlagBuilder.Rule("rule_1", true, ConditionOf.Company(ManyIds))).Prepare();

        Assert.All(ManyIds, id => Assert.True(Check(flag, new CompanyFacts { Id = id })));
        Assert.All(ManyIds, id => Assert.False(Check(flag, new CompanyFacts { Id = id + "x" })));
    }

    [Fact]
    public void Each_of_a_companys_many_traits_is_found()
    {
        var company = new CompanyFacts
        {
            Id = "comp_1",
            Traits = [.. ManyIds.Select(static id => new TraitFact(id, ComparableKind.String, id))],
        };

        Assert.All(
            ManyIds,
            id =>
                Assert.True(
                    Check(
                        new FlagBuilder()
                            .With(
                                FlagBuilder.Rule(
                                    "rule_1",
                                    true,
                                    ConditionOf.Trait(id, ComparableKind.String, ComparisonOperator.Eq, id)
                                )
                            )
                            .Prepare(),
                        company
                    )
                )
        );
    }

    [Fact]
    public void Of_a_trait_that_is_given_twice_the_first_value_counts()
    {
        var company = new CompanyFacts
        {
            Id = "comp_1",
            Traits =
            [
                new TraitFact("trdf_1", ComparableKind.String, "first"),
                new TraitFact("trdf_1", ComparableKind.String, "second"),
            ],
        };

        Assert.True(
            Check(
                new FlagBuilder()
                    .With(
                        FlagBuilder.Rule(
                            "rule_1",
                            true,
                            ConditionOf.Trait("trdf_1", ComparableKind.String, ComparisonOperator.Eq, "first")
                        )
                    )
                    .Prepare(),
                company
            )
        );
    }

    private static bool Check(PreparedFlag flag, CompanyFacts company) =>
        FlagEvaluator.Evaluate(flag, new CheckSubject(CompanyContext.Prepare(company), null)).Value;
}
