using System.Net;
using Bunit;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Entitlements;

public sealed class CompanyPlanNamesTests : PageContext
{
    private static readonly PlanDetailResponseData Pro = PlanSamples.Plan("plan_pro", "Pro", 2);
    private static readonly PlanDetailResponseData More = PlanSamples.Plan("plan_more", "More", 1, PlanType.AddOn);

    [Fact]
    public async Task The_plan_and_its_add_ons_lead_to_their_pages_each_with_its_version()
    {
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>("GET /plans", [Pro, More]);
        var names = await ShowAsync();

        Assert.Equal(["Pro v1", "More v1"], names.FindAll(".plan-badge").Select(Words));
        Assert.Equal(
            [DashboardUrls.Plan(Production.Id, "plan_pro"), DashboardUrls.Plan(Production.Id, "plan_more")],
            names.FindAll("a").Select(static link => link.GetAttribute("href"))
        );
        // The company stayed behind when version 2 came.
        Assert.Equal("v1", names.Find(".plan-version-old").TextContent);
        Assert.Equal(
            ["plan_pro", "plan_more"],
            Assert
                .Single(Asked("GET /plans"))
                .Parameters.Where(static one => one.Name.StartsWith("ids", StringComparison.Ordinal))
                .Select(static one => one.Value)
        );
    }

    [Fact]
    public async Task Without_versions_the_names_stay()
    {
        Api.OnError("GET /plans", HttpStatusCode.InternalServerError, "The store is away.");

        Assert.Equal(["Pro", "More"], (await ShowAsync()).FindAll(".plan-badge").Select(Words));
    }

    [Fact]
    public async Task A_company_without_a_plan_asks_for_nothing()
    {
        await EnterAsync();
        var names = Render<CompanyPlanNames>(parameters =>
            parameters
                .Add(static names => names.EnvironmentId, Production.Id)
                .Add(static names => names.Company, CompanySamples.Company())
        );

        Assert.Empty(names.FindAll(".plan-badge"));
        Assert.Empty(Asked("GET /plans"));
    }

    private async Task<IRenderedComponent<CompanyPlanNames>> ShowAsync()
    {
        await EnterAsync();
        return Render<CompanyPlanNames>(parameters =>
            parameters
                .Add(static names => names.EnvironmentId, Production.Id)
                .Add(
                    static names => names.Company,
                    PlanSamples.On(PlanSamples.On(CompanySamples.Company(), Pro, 1), More, 1)
                )
        );
    }
}
