using System.Net;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Entitlements;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Features;

public sealed class FeatureOverridesTests : PageContext
{
    [Fact]
    public async Task Each_card_fails_by_itself()
    {
        Api.OnError("GET /company-overrides", HttpStatusCode.InternalServerError, "The store is away.");
        await EnterAsync();
        var card = Render<FeatureOverrides>(parameters =>
            parameters
                .Add(static card => card.EnvironmentId, Production.Id)
                .Add(static card => card.FeatureId, "feat_calls")
        );

        card.WaitForAssertion(() => Button(card, "Try again"));
        Api.OnData<IReadOnlyList<CompanyOverrideResponseData>>(
            "GET /company-overrides",
            [UsageSamples.Override(60, Clock.GetUtcNow().AddDays(-12)) with { Company = CompanySamples.Company() }]
        );
        Button(card, "Try again").Click();

        card.WaitForAssertion(() => Assert.Equal("Acme 60 Expired 12 days ago", Words(card.Find(".line"))));
    }
}
