using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Entitlements.Changes;

namespace Schematic.Dashboard.Tests.Entitlements.Changes;

public sealed class ChangeWordsTests
{
    [Fact]
    public void A_summary_counts_each_kind_and_what_is_reached_already()
    {
        var words = ChangeWords.Summary([
            Feature(EntitlementChange.Gained),
            Feature(EntitlementChange.Lost),
            Feature(EntitlementChange.Lost),
            Feature(EntitlementChange.Less, isExceeded: true),
            Feature(EntitlementChange.Changed),
            // As it was before: nobody has to know.
            Feature(EntitlementChange.Unchanged, isExceeded: true),
        ]);

        Assert.Equal(
            "1 feature gained, 2 features lost, 1 feature with less, 1 feature on other terms. "
                + "1 limit is reached already.",
            words
        );
    }

    [Fact]
    public void Where_nothing_changes_it_says_so() =>
        Assert.Equal("Nothing changes for this company.", ChangeWords.Summary([Feature(EntitlementChange.Unchanged)]));

    [Fact]
    public void An_amount_is_told_with_what_gives_it()
    {
        var usage = UsageSamples.Calls(1, 1_000) with { Plan = UsageSamples.Plan() };

        Assert.Equal(("1,000", "Pro"), (ChangeWords.Amount(usage), ChangeWords.Source(usage)));
        Assert.Equal(("Nothing", ""), (ChangeWords.Amount(null), ChangeWords.Source(null)));
        Assert.Equal(
            "Override",
            ChangeWords.Source(usage with { EntitlementType = EntitlementType.CompanyOverride, Plan = null })
        );
    }

    [Fact]
    public void What_is_used_beyond_the_limit_is_told_in_numbers() =>
        Assert.Equal(
            "Already uses 1,200 of 1,000: another use is denied",
            ChangeWords.Exceeded(UsageSamples.Calls(1_200, 1_000))
        );

    internal static PreviewedFeatureResponseData Feature(
        EntitlementChange change,
        string name = "API calls",
        bool isExceeded = false,
        FeatureUsageResponseData? before = null,
        FeatureUsageResponseData? after = null
    ) =>
        new()
        {
            FeatureId = $"feat_{name}_{change}",
            Name = name,
            Change = change,
            IsExceeded = isExceeded,
            Before = before,
            After = after,
        };
}
