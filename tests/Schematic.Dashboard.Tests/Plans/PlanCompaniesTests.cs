using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans;

public sealed class PlanCompaniesTests : PageContext
{
    [Fact]
    public void A_company_shows_its_version_also_of_an_add_on()
    {
        var onPlan = PlanSamples.CompanyOn("plan_pro", "plvr_1");
        var withAddOn = CompanySamples.Company("comp_2", "Beta") with
        {
            AddOns = [onPlan.Plan! with { PlanVersionId = "plvr_0" }],
        };
        var tab = Open([onPlan, withAddOn, CompanySamples.Company("comp_3", "Gamma")], new());

        Assert.Equal(
            ["v1", "v0", "Unknown"],
            tab.FindAll("tbody tr").Select(static row => row.Children[1].TextContent.Trim())
        );
    }

    [Fact]
    public void A_version_without_companies_leads_back_to_all()
    {
        var tab = Open([], new PlanCompaniesQuery { VersionId = "plvr_0" });

        Assert.Equal(
            DashboardUrls.Plan(Production.Id, "plan_pro", PlanCompanies.Tab),
            tab.Find(".state a").GetAttribute("href")
        );
    }

    [Fact]
    public void A_plan_without_companies_says_how_they_get_it() =>
        Assert.Contains(
            "A company gets the plan",
            Open([], new()).Find(".state").TextContent,
            StringComparison.Ordinal
        );

    [Fact]
    public void Another_version_and_a_search_are_in_the_address()
    {
        var tab = Open([], new());
        Assert.Equal(
            ["", "plvr_1", "plvr_0"],
            tab.FindAll("select[aria-label=Version] option").Select(static option => option.GetAttribute("value") ?? "")
        );
        tab.Find("select[aria-label=Version]").Change("plvr_0");

        Assert.EndsWith("?version=plvr_0", Navigation.Uri, StringComparison.Ordinal);
    }

    private IRenderedComponent<PlanCompanies> Open(
        IReadOnlyList<CompanyDetailResponseData> companies,
        PlanCompaniesQuery query
    ) =>
        Render<PlanCompanies>(builder =>
            builder
                .Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(
                    static tab => tab.Plan,
                    PlanSamples.Plan(
                        versions:
                        [
                            PlanSamples.Version(2, PlanVersionStatus.Draft),
                            PlanSamples.Version(1),
                            PlanSamples.Version(0, PlanVersionStatus.Archived),
                        ]
                    )
                )
                .Add(static tab => tab.List, new RowsInMemory<CompanyDetailResponseData>(companies, query))
                .Add(static tab => tab.Query, query)
        );
}
