using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Entitlements;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Features;

public sealed class FeatureHoldersTests : PageContext
{
    [Fact]
    public async Task The_first_companies_are_shown_and_all_of_them_are_one_click_away()
    {
        Api.OnData<IReadOnlyList<FeatureCompanyResponseData>>(
                "GET /feature-companies",
                [.. Enumerable.Range(0, 8).Select(static n => Holder($"comp_{n}"))]
            )
            .OnData("GET /feature-companies/count", new CountResponse { Count = 31 });
        await EnterAsync();
        var card = Render<FeatureHolders>(parameters =>
            parameters
                .Add(static card => card.EnvironmentId, Production.Id)
                .Add(static card => card.FeatureId, "feat_calls")
        );

        card.WaitForAssertion(() => Assert.Equal("All 31 companies", card.Find("header a").TextContent.Trim()));
        Assert.Equal(
            DashboardUrls.Companies(Production.Id, new CompaniesListQuery { EntitledTo = "feat_calls" }),
            card.Find("header a").GetAttribute("href")
        );
        Assert.Equal("Acme Pro 10 5 of 10 50%", Words(card.Find(".holder")));
    }

    private static FeatureCompanyResponseData Holder(string companyId) =>
        new(UsageSamples.Calls(5, 10) with { Plan = UsageSamples.Plan() })
        {
            Company = CompanySamples.Company(companyId),
        };
}
