using Bunit;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans;

public sealed class AddOnsPageTests : PageContext
{
    [Fact]
    public async Task Only_add_ons_are_asked_for_and_called_so()
    {
        Api.OnData("GET /plans/count", new CountResponse { Count = 0 });
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>("GET /features", []);
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>("GET /plans", []);
        var page = await OpenAsync<AddOnsPage>(DashboardUrls.AddOns(Production.Id));

        page.WaitForAssertion(() =>
            Assert.Contains("No add-ons yet", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains(("plan_type", "add_on"), Assert.Single(Asked("GET /plans")).Parameters);
        Assert.Empty(Asked("GET /plan-roles"));
    }
}
