using System.Net;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Plans.Audience;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans.Audience;

public sealed class AudienceMatchesTests : PageContext
{
    private const string List = "POST /audience/get-companies";
    private static readonly RuleDraft Draft = AudienceDraft.FromContract(AudienceSamples.Audience("20"));

    public AudienceMatchesTests()
    {
        Api.OnData("POST /audience/count-companies", new CountResponse { Count = 0 });
        Api.OnData<IReadOnlyList<CompanyDetailResponseData>>(List, []);
    }

    [Fact]
    public async Task Conditions_that_are_not_complete_are_not_asked_about()
    {
        var card = await RenderAsync(Draft.Add(Conditions.New()));

        Assert.Contains("Complete the conditions", card.Find(".plan-none").TextContent, StringComparison.Ordinal);
        Assert.Empty(Asked(List));
    }

    [Fact]
    public async Task Nobody_is_said_in_one_line()
    {
        var card = await RenderAsync(Draft);

        card.WaitForAssertion(() => Assert.Equal("No company matches.", card.Find(".plan-none").TextContent.Trim()));
    }

    [Fact]
    public async Task A_failure_stands_here()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");
        var card = await RenderAsync(Draft);

        card.WaitForAssertion(() => Button(card, "Try again"));
    }

    [Fact]
    public async Task While_one_types_the_API_is_asked_once()
    {
        Api.OnData<IReadOnlyList<CompanyDetailResponseData>>(List, [CompanySamples.Company()]);
        var card = await RenderAsync(Draft);
        card.WaitForAssertion(() => card.Find(".audience-list a"));
        foreach (var seats in new[] { "2", "25", "250" })
            card.Render(builder =>
                builder.Add(static one => one.Draft, AudienceDraft.FromContract(AudienceSamples.Audience(seats)))
            );
        Clock.Advance(TimeSpan.FromSeconds(1));

        card.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
        Assert.Contains("\"250\"", Asked(List)[1].Body, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<AudienceMatches>> RenderAsync(RuleDraft draft)
    {
        await EnterAsync();
        return Render<AudienceMatches>(builder =>
            builder.Add(static card => card.EnvironmentId, Production.Id).Add(static card => card.Draft, draft)
        );
    }
}
