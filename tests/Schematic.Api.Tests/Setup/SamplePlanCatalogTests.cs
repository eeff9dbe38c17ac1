using Schematic.Api.Setup;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Tests.Setup;

public sealed class SamplePlanCatalogTests
{
    private const int Companies = 36;

    [Fact]
    public void A_company_has_one_plan_at_most()
    {
        var numbers = SamplePlanCatalog
            .Plans.Where(static plan => plan.PlanType == PlanType.Plan)
            .SelectMany(static plan => plan.Versions)
            .SelectMany(static version => version.Companies)
            .ToList();

        Assert.Equal(31, numbers.Count);
        Assert.Distinct(numbers);
        Assert.All(numbers, static number => Assert.InRange(number, 0, Companies - 1));
    }

    [Fact]
    public void A_company_has_an_add_on_once_and_a_plan_with_it()
    {
        var withPlan = Numbers(PlanType.Plan).ToHashSet();

        foreach (var addOn in SamplePlanCatalog.Plans.Where(static plan => plan.PlanType == PlanType.AddOn))
        {
            var numbers = addOn.Versions.SelectMany(static version => version.Companies).ToList();
            Assert.Distinct(numbers);
            Assert.ProperSubset(withPlan, numbers.ToHashSet());
        }
    }

    [Fact]
    public void Versions_follow_one_another_and_only_the_last_is_a_draft()
    {
        foreach (var versions in SamplePlanCatalog.Plans.Select(static plan => plan.Versions))
        {
            Assert.Equal(versions.OrderByDescending(static version => version.DaysAgo), versions);
            Assert.All(versions.SkipLast(1), static version => Assert.NotEmpty(version.Companies));
            Assert.All(
                versions,
                static version => Assert.Distinct(version.Gives.Select(static given => given.FlagKey))
            );
        }
    }

    private static IEnumerable<int> Numbers(PlanType type) =>
        SamplePlanCatalog
            .Plans.Where(plan => plan.PlanType == type)
            .SelectMany(static plan => plan.Versions)
            .SelectMany(static version => version.Companies);
}
